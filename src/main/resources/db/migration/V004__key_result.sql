-- Measured values are numeric without a scale: 3.20 stays 3.20. At most 20 digits, checked in the service.
create table key_result (
    id           uuid primary key,
    objective_id uuid not null references objective (id),
    owner_id     uuid references person (id),
    position     integer not null,
    title        text not null,
    unit         text,
    weight       numeric not null,
    state        text not null,
    cancelled_reason text,
    measure      text not null,
    baseline     numeric,
    target       numeric,
    lower        numeric,
    upper        numeric,
    cadence      text,
    version      integer not null,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    constraint key_result_weight_is_0_to_100 check (weight between 0 and 100),
    constraint key_result_state_is_known check (state in ('DRAFT', 'OPEN', 'CANCELLED', 'CLOSED')),
    constraint key_result_has_one_whole_measure check (case measure
        when 'REACH' then baseline is not null and target is not null
            and lower is null and upper is null and cadence is null
        when 'HOLD' then (lower is not null or upper is not null) and cadence is not null
            and baseline is null and target is null
        when 'MILESTONES' then baseline is null and target is null
            and lower is null and upper is null and cadence is null
        else false end),
    constraint key_result_target_differs_from_baseline check (target <> baseline),
    constraint key_result_bounds_are_not_crossed check (lower <= upper)
);
create index key_result_objective on key_result (objective_id);
create index key_result_owner on key_result (owner_id);

create table milestone (
    id            uuid primary key,
    key_result_id uuid not null references key_result (id),
    position      integer not null,
    title         text not null,
    weight        numeric not null,
    done_at       timestamptz,
    constraint milestone_weight_is_0_to_100 check (weight between 0 and 100)
);
create index milestone_key_result on milestone (key_result_id);

-- Append-only: a later row corrects an earlier one.
create table check_in (
    id            uuid primary key,
    key_result_id uuid not null references key_result (id),
    author_id     uuid references person (id),
    value         numeric,
    confidence    double precision,
    note          text,
    measured_at   timestamptz not null,
    recorded_at   timestamptz not null,
    constraint check_in_confidence_is_0_to_1 check (confidence between 0 and 1)
);
create index check_in_newest on check_in (key_result_id, measured_at desc, recorded_at desc, id desc);
create index check_in_author on check_in (author_id);
