-- Redefinition: what else a definition says, and why it was changed.
alter table kpi_definition
    add column formula text,
    add column source  text,
    add column reason  text;
select history_keep('kpi_definition');

-- From when on a KPI is to be read afresh because somebody said so.
create table kpi_rebase (
    id          uuid primary key,
    kpi_id      uuid not null references kpi (id),
    starts_on   date not null,
    reason      text not null,
    recorded_at timestamptz not null,
    constraint kpi_rebase_is_one_a_day unique (kpi_id, starts_on)
);
create trigger change_of_kpi_rebase after insert or update or delete on kpi_rebase
    for each row execute function change_of_row('kpi', 'id', 'kpi_id');
select history_keep('kpi_rebase');

-- What a key result achieved became the healthy range of the KPI that fed it; a new definition and a new segment begin with it.
create table kpi_graduation (
    id             uuid primary key,
    kpi_id         uuid not null references kpi (id),
    key_result_id  uuid not null references key_result (id),
    definition_id  uuid not null references kpi_definition (id),
    effective_from date not null,
    lower          numeric,
    upper          numeric,
    tolerance      numeric not null,
    recorded_at    timestamptz not null,
    constraint kpi_graduation_is_once_a_key_result unique (key_result_id),
    constraint kpi_graduation_has_a_bound check (lower is not null or upper is not null)
);
create index kpi_graduation_kpi on kpi_graduation (kpi_id, recorded_at);
create index kpi_graduation_definition on kpi_graduation (definition_id);
create trigger change_of_kpi_graduation after insert or update or delete on kpi_graduation
    for each row execute function change_of_row('kpi', 'id', 'kpi_id', 'key_result_id');
select history_keep('kpi_graduation');
