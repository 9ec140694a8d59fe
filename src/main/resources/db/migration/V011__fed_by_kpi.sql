-- A key result may be fed by a KPI: the KPI's newest value is then its value in force.
alter table key_result
    add column kpi_id uuid references kpi (id),
    add constraint key_result_fed_by_a_kpi_is_a_reach check (kpi_id is null or measure = 'REACH');
create index key_result_kpi on key_result (kpi_id);
create unique index key_result_is_fed_once_an_objective on key_result (objective_id, kpi_id) where state <> 'CANCELLED';

-- A value moves the key results that its KPI feeds: those who follow their trees are told so. A frozen one does not move.
create function change_of_fed_key_results() returns trigger language plpgsql as $$
begin
    insert into change_event (family, kind, action, ids, objective_ids, key_result_id)
    select 'goal', 'key_result', 'UPDATED', array[k.id], array[k.objective_id], k.id
    from key_result k
    where k.kpi_id in (select kpi_id from changed) and k.state in ('DRAFT', 'OPEN');
    return null;
end
$$;
create trigger change_of_fed_key_results_created after insert on kpi_value
    referencing new table as changed for each statement execute function change_of_fed_key_results();
create trigger change_of_fed_key_results_updated after update on kpi_value
    referencing new table as changed for each statement execute function change_of_fed_key_results();
create trigger change_of_fed_key_results_removed after delete on kpi_value
    referencing old table as changed for each statement execute function change_of_fed_key_results();
