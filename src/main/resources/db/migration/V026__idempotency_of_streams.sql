-- A stream is recorded in many transactions, so no one transaction can hold its key. While it runs a row here holds it, for a
-- while only: each part that is recorded holds it for longer, and a stream that died lets go by itself.
create table idempotency_claim (
    key        text primary key,
    recording  uuid not null,
    held_until timestamptz not null
);
create index idempotency_claim_held on idempotency_claim (held_until);

-- What was answered about each part of a stream, committed with the part itself: the answer may be longer than memory. What no
-- row of idempotency points to was never finished, and means nothing.
create table idempotency_part (
    recording  uuid not null,
    number     integer not null,
    answer     text not null,
    created_at timestamptz not null,
    primary key (recording, number)
);
create index idempotency_part_created on idempotency_part (created_at);
alter table idempotency add column recording uuid;
create index idempotency_recording on idempotency (recording);
create index idempotency_claim_recording on idempotency_claim (recording);
