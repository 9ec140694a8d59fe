-- Teams, the people in them, and the keys the service makes for itself.
-- Every constraint is named after the rule it backs; Attempts maps the names to error codes.

create table service_secret (
    name  text primary key,
    value bytea not null
);

create table team (
    id         uuid primary key,
    key        text not null,
    name       text not null,
    parent_id  uuid references team (id),
    version    integer not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint team_key_is_unique unique (key),
    constraint team_is_not_its_own_parent check (parent_id <> id)
);
create index team_parent on team (parent_id);

create table person (
    id         uuid primary key,
    name       text not null,
    email      text not null,
    version    integer not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create unique index person_email_is_unique on person (lower(email));

create table team_member (
    person_id uuid not null references person (id),
    team_id   uuid not null references team (id),
    primary key (person_id, team_id)
);
create index team_member_team on team_member (team_id);
