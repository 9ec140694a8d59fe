create table objective (
    id          uuid primary key,
    cycle_id    uuid not null references cycle (id),
    team_id     uuid references team (id),
    owner_id    uuid references person (id),
    title       text not null,
    description text,
    ambition    text not null,
    state       text not null,
    cancelled_reason text,
    version     integer not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    constraint objective_ambition_is_known check (ambition in ('COMMITTED', 'ASPIRATIONAL')),
    constraint objective_state_is_known check (state in ('DRAFT', 'OPEN', 'CANCELLED', 'CLOSED'))
);
create index objective_cycle on objective (cycle_id);
create index objective_team on objective (team_id);
create index objective_owner on objective (owner_id);
