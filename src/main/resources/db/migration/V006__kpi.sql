create table kpi (
    id           uuid primary key,
    key          text not null,
    name         text not null,
    description  text,
    cadence      text not null,
    zone         text not null,
    team_id      uuid references team (id),
    owner_id     uuid references person (id),
    influenced_by text,
    reflects     text,
    when_it_moves text,
    archived_at  timestamptz,
    archived_reason text,
    version      integer not null,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    constraint kpi_key_is_unique unique (key),
    constraint kpi_cadence_is_known check (cadence in ('DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY'))
);
create index kpi_team on kpi (team_id);
create index kpi_owner on kpi (owner_id);

-- What a KPI means, versioned: a value is judged by the definition in force for its period.
create table kpi_definition (
    id             uuid primary key,
    kpi_id         uuid not null references kpi (id),
    number         integer not null,
    effective_from date,
    unit           text,
    direction      text not null,
    lower          numeric,
    upper          numeric,
    tolerance      numeric not null,
    recorded_at    timestamptz not null,
    constraint kpi_definition_number_is_unique unique (kpi_id, number),
    constraint kpi_definition_first_has_no_start check ((number = 1) = (effective_from is null)),
    constraint kpi_definition_direction_is_known
        check (direction in ('HIGHER_IS_BETTER', 'LOWER_IS_BETTER', 'WITHIN_RANGE')),
    constraint kpi_definition_bounds_are_not_crossed check (lower <= upper),
    constraint kpi_definition_tolerance_is_positive check (tolerance >= 0)
);

-- Companions go both ways; the pair is kept once, the smaller id first.
create table kpi_companion (
    kpi_id   uuid not null references kpi (id),
    other_id uuid not null references kpi (id),
    primary key (kpi_id, other_id),
    constraint kpi_companion_is_another check (kpi_id < other_id)
);
create index kpi_companion_other on kpi_companion (other_id);

-- One value a KPI and period; a correction moves the old one to the revisions.
create table kpi_value (
    id           uuid primary key,
    kpi_id       uuid not null references kpi (id),
    period_start date not null,
    period_end   date not null,
    value        numeric not null,
    measured_at  timestamptz not null,
    recorded_at  timestamptz not null,
    late         boolean not null,
    source       text,
    note         text,
    constraint kpi_value_is_one_a_period unique (kpi_id, period_start),
    constraint kpi_value_period_is_in_order check (period_end >= period_start)
);
create index kpi_value_recorded on kpi_value (recorded_at);

create table kpi_value_revision (
    id          uuid primary key,
    value_id    uuid not null references kpi_value (id),
    value       numeric not null,
    measured_at timestamptz not null,
    recorded_at timestamptz not null,
    replaced_at timestamptz not null,
    late        boolean not null,
    source      text,
    note        text
);
create index kpi_value_revision_value on kpi_value_revision (value_id, replaced_at desc, id desc);
