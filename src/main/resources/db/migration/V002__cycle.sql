-- Named periods; both dates are inclusive.
create table cycle (
    id         uuid primary key,
    key        text not null,
    name       text not null,
    starts_on  date not null,
    ends_on    date not null,
    state      text not null,
    parent_id  uuid references cycle (id),
    version    integer not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint cycle_key_is_unique unique (key),
    constraint cycle_ends_after_it_starts check (ends_on >= starts_on),
    constraint cycle_is_not_its_own_parent check (parent_id <> id),
    constraint cycle_state_is_known check (state in ('PLANNED', 'ACTIVE', 'CLOSING', 'CLOSED'))
);
create index cycle_parent on cycle (parent_id);
create index cycle_state on cycle (state);
