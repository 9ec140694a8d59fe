-- The answers to calls that carried an idempotency key, written in the same transaction as what the call did: a crash
-- leaves both or neither. Rows older than 24 hours mean nothing any more and are removed by later calls.
create table idempotency (
    key         text primary key,
    fingerprint bytea not null,
    answer      text not null,
    created_at  timestamptz not null
);
create index idempotency_created on idempotency (created_at);
