-- Who may come in by a token. Of a secret only its SHA-256 is kept: 160 random bits need no slow hash, and cannot be had back.
-- Tokens are never changed: they are made, run out or are revoked. No history keeps them, nothing of them leaves in events.
create table api_token (
    id           uuid primary key,
    name         text not null,
    secret_hash  bytea not null,
    rights       text[] not null,
    team_id      uuid references team (id),
    created_at   timestamptz not null,
    created_by   text not null,
    expires_at   timestamptz,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    revoked_by   text,
    constraint api_token_secret_is_unique unique (secret_hash),
    constraint api_token_secret_is_hashed check (octet_length(secret_hash) = 32),
    constraint api_token_name_has_1_to_100_characters check (char_length(name) between 1 and 100),
    constraint api_token_rights_are_known check (
        cardinality(rights) > 0 and rights <@ array['READ', 'WRITE_VALUES', 'WRITE_GOALS', 'ADMIN']),
    constraint api_token_revoker_is_known check ((revoked_at is null) = (revoked_by is null))
);
create index api_token_team on api_token (team_id);
create index api_token_newest on api_token (created_at, id);
