-- What BI tools read by SQL. Progress is computed by the service, in one place; what it says of each cycle is kept here as
-- rows and brought up to date a moment after every change and with every day (ADR 0011). Ids are those of GraphQL.
-- No foreign key: keeping rows must wait for nobody who writes. What was committed when they were read is visible in "seen", which means something in "database" only.
create table kept_cycle (
    cycle_id uuid primary key,
    as_of    timestamptz not null,
    day      date not null,
    edition  text not null,
    database text not null,
    seen     pg_snapshot not null
);

create table kept_cycle_summary (
    cycle_id             text not null,
    cycle_key            text not null,
    cycle_name           text not null,
    cycle_starts_on      date not null,
    cycle_ends_on        date not null,
    cycle_state          text not null,
    objective_id         text primary key,
    title                text not null,
    ambition             text not null,
    state                text not null,
    depth                integer not null,
    parent_ids           text,
    team_id              text,
    team_key             text,
    team_name            text,
    owner_id             text,
    owner_name           text,
    key_results          integer not null,
    measured_key_results integer not null,
    raw                  double precision,
    ratio                double precision,
    coverage             double precision not null,
    expected             double precision,
    status               text not null,
    score                double precision,
    outcome              text
);
create index kept_cycle_summary_cycle on kept_cycle_summary (cycle_id);

create table kept_key_result (
    cycle_id        text not null,
    cycle_key       text not null,
    cycle_name      text not null,
    objective_id    text not null,
    objective_title text not null,
    key_result_id   text primary key,
    title           text not null,
    state           text not null,
    measure         text not null,
    unit            text,
    baseline        numeric,
    target          numeric,
    lower           numeric,
    upper           numeric,
    cadence         text,
    value           numeric,
    confidence      double precision,
    weight          numeric not null,
    kpi_id          text,
    kpi_key         text,
    team_id         text,
    team_key        text,
    team_name       text,
    owner_id        text,
    owner_name      text,
    raw             double precision,
    ratio           double precision,
    coverage        double precision not null,
    expected        double precision,
    status          text not null,
    score           double precision,
    forecast_ratio  double precision,
    forecast_value  numeric,
    forecast_lower  numeric,
    forecast_upper  numeric,
    forecast_basis  text not null
);
create index kept_key_result_cycle on kept_key_result (cycle_id);

create schema bi_v1;

create view bi_v1.cycles as
select 'cyc_' || replace(c.id::text, '-', '') as cycle_id, c.key as cycle_key, c.name as cycle_name, c.starts_on, c.ends_on,
    c.state, k.as_of
from cycle c left join kept_cycle k on k.cycle_id = c.id;

create view bi_v1.cycle_summary as
select cycle_id, cycle_key, cycle_name, cycle_starts_on, cycle_ends_on, cycle_state, objective_id, title, ambition, state,
    depth, parent_ids, team_id, team_key, team_name, owner_id, owner_name, key_results, measured_key_results, raw, ratio,
    coverage, expected, status, score, outcome
from kept_cycle_summary;

create view bi_v1.key_results as
select cycle_id, cycle_key, cycle_name, objective_id, objective_title, key_result_id, title, state, measure, unit, baseline,
    target, lower, upper, cadence, value, confidence, weight, kpi_id, kpi_key, team_id, team_key, team_name, owner_id,
    owner_name, raw, ratio, coverage, expected, status, score, forecast_ratio, forecast_value, forecast_lower, forecast_upper,
    forecast_basis
from kept_key_result;

create view bi_v1.kpi_values as
select 'kpi_' || replace(k.id::text, '-', '') as kpi_id, k.key as kpi_key, k.name as kpi_name, d.unit, v.period_start,
    v.period_end, v.value, v.measured_at, v.recorded_at, v.late as is_late, v.source, v.note, k.cadence, k.zone, d.direction,
    d.lower as healthy_lower, d.upper as healthy_upper, d.tolerance,
    'team_' || replace(t.id::text, '-', '') as team_id, t.key as team_key, t.name as team_name,
    'per_' || replace(p.id::text, '-', '') as owner_id, p.name as owner_name, k.archived_at,
    'val_' || replace(v.id::text, '-', '') as value_id,
    greatest(v.sys_from, k.sys_from, d.sys_from, t.sys_from, p.sys_from,
        (select max(h.sys_to) from kpi_definition_history h where h.kpi_id = k.id)) as updated_at
from kpi_value v
join kpi k on k.id = v.kpi_id
cross join lateral (
    select * from kpi_definition d
    where d.kpi_id = v.kpi_id and (d.effective_from is null or d.effective_from <= v.period_start)
    order by d.number desc limit 1
) d
left join team t on t.id = k.team_id
left join person p on p.id = k.owner_id;

-- What ceased to be since an instant, for incremental exports.
create index kpi_value_history_ended on kpi_value_history (sys_to);

-- What was removed, by whoever did: since nothing can be removed through the service, by hand.
create view bi_v1.removed as
select kind, id, max(removed_at) as removed_at from (
    select 'objective' as kind, 'obj_' || replace(h.id::text, '-', '') as id, h.sys_to as removed_at
    from objective_history h where not exists (select from objective o where o.id = h.id)
    union all
    select 'key_result', 'kr_' || replace(h.id::text, '-', ''), h.sys_to
    from key_result_history h where not exists (select from key_result k where k.id = h.id)
    union all
    select 'kpi_value', 'val_' || replace(h.id::text, '-', ''), h.sys_to
    from kpi_value_history h where not exists (select from kpi_value v where v.id = h.id)
) gone group by kind, id;

-- A role that may read these views and nothing else; whoever shall read them gets a login of their own that is a member of it.
-- Where the service may not make roles, who runs the database does (src/docs/bi.md).
do $$
begin
    if not exists (select from pg_roles where rolname = 'goaltree_bi') then
        create role goaltree_bi nologin;
    end if;
exception
    when insufficient_privilege then raise notice 'The role goaltree_bi was not made; see src/docs/bi.md';
    when duplicate_object or unique_violation then null;
end
$$;
do $$
begin
    if exists (select from pg_roles where rolname = 'goaltree_bi') then
        grant usage on schema bi_v1 to goaltree_bi;
        grant select on all tables in schema bi_v1 to goaltree_bi;
    end if;
end
$$;
