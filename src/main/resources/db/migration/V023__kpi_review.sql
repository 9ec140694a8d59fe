-- What people made of a KPI, with what they saw: health and behaviour as they were.
create table kpi_review (
    id                uuid primary key,
    kpi_id            uuid not null references kpi (id),
    what_changed      text not null,
    why_it_matters    text,
    what_to_test_next text,
    decision          text not null,
    recorded_at       timestamptz not null,
    health            text not null,
    behaviour         text not null,
    constraint kpi_review_decision_is_known check (decision in ('NO_ACTION', 'WATCH', 'REDEFINE', 'OPEN_OBJECTIVE')),
    constraint kpi_review_health_is_known check (health in ('HEALTHY', 'WARNING', 'UNHEALTHY', 'UNDEFINED', 'NO_DATA'))
);
create index kpi_review_newest on kpi_review (kpi_id, recorded_at desc, id desc);
create trigger change_of_kpi_review after insert or update or delete on kpi_review
    for each row execute function change_of_row('kpi', 'id', 'kpi_id');
select history_keep('kpi_review');

-- An objective may be opened from a review; when the KPI showed nothing but noise then, it says why nevertheless.
alter table objective
    add column opened_from   uuid references kpi_review (id),
    add column despite_noise text,
    add constraint objective_despite_noise_is_opened_from_a_review check (despite_noise is null or opened_from is not null);
create index objective_opened_from on objective (opened_from);
select history_keep('objective');
