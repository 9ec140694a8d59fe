-- What has changed, for every replica to read after commit (ADR 0005). Only the triggers below write here, so that no way
-- of writing can forget it; nothing is ever updated, so that writers never wait for each other.

create table change_event (
    id            bigint generated always as identity primary key,
    xid           xid8 not null default pg_current_xact_id(),
    at            timestamptz not null default clock_timestamp(),
    family        text not null,
    kind          text not null,
    action        text not null,
    ids           uuid[] not null,
    objective_ids uuid[] not null default '{}',
    key_result_id uuid,
    constraint change_event_family_is_known check (family in ('team', 'cycle', 'goal', 'kpi', 'value')),
    constraint change_event_action_is_known check (action in ('CREATED', 'UPDATED', 'REMOVED'))
);
create index change_event_newest on change_event (family, xid);

-- One row. What is visible in "swept" may be gone; "next" takes its place once it is old enough.
create table change_sweep (
    swept   pg_snapshot not null,
    next    pg_snapshot not null,
    next_at timestamptz not null
);
insert into change_sweep values (pg_current_snapshot(), pg_current_snapshot(), now());

-- NOTIFY makes commits wait for each other (it took 9 of 10 values a second from 32 writers), so only one transaction that is
-- just committing notifies; those it spares commit a moment later, and readers look again a moment later.
create function change_told() returns trigger language plpgsql as $$
begin
    if pg_try_advisory_xact_lock(hashtext('goaltree_change')) then
        perform pg_notify('goaltree_change', '');
    end if;
    return null;
end
$$;
create constraint trigger change_told after insert on change_event deferrable initially deferred
    for each row execute function change_told();

-- Which database, on which timeline: a snapshot means nothing in another one.
create function change_database() returns text language sql stable as $$
    select concat_ws('.', (select system_identifier from pg_control_system()),
        left(pg_walfile_name(pg_current_wal_insert_lsn()), 8),
        (select oid from pg_database where datname = current_database()))
$$;

-- Whether everything committed since that snapshot is still here to be read.
create function change_is_known(database text, since pg_snapshot) returns boolean language sql stable as $$
    select database = change_database()
        and pg_snapshot_xmax(since) <= pg_snapshot_xmax(pg_current_snapshot())
        and exists (
            select from change_sweep
            where pg_snapshot_xmax(swept) <= pg_snapshot_xmax(since)
                and not exists (select from pg_snapshot_xip(since) open where pg_visible_in_snapshot(open, swept)))
$$;

create function change_action(operation text) returns text language sql immutable as $$
    select case operation when 'INSERT' then 'CREATED' when 'UPDATE' then 'UPDATED' else 'REMOVED' end
$$;

-- The cycles in whose trees these objectives stand, or the objectives of these cycles: their own, and those of all above
-- them. An alignment to a key result leads on to its objective, which shows it. Asked by readers, after commit: the writer
-- of a check-in cannot see an alignment that another transaction has just made.
create function change_cycles(objectives uuid[], cycles uuid[]) returns uuid[] language sql stable as $$
    with recursive up(id) as (
        (select unnest(objectives) union select id from objective where cycle_id = any(cycles))
        union
        select coalesce(a.parent_objective_id, k.objective_id)
        from up join alignment a on a.child_id = up.id left join key_result k on k.id = a.parent_key_result_id
    )
    select coalesce(array_agg(id), '{}') from (
        select o.cycle_id as id from up join objective o on o.id = up.id union select unnest(cycles)
    ) touched
$$;

-- A row whose columns, named by the arguments after the family, say what changed.
create function change_of_row() returns trigger language plpgsql as $$
declare
    changed jsonb;
begin
    if tg_op = 'UPDATE' and new is not distinct from old then
        return null;
    end if;
    changed := to_jsonb(coalesce(new, old));
    insert into change_event (family, kind, action, ids)
    select tg_argv[0], tg_table_name, change_action(tg_op), array_agg((changed ->> name)::uuid)
    from unnest(tg_argv[1:]) name;
    return null;
end
$$;

-- A row of the goal tree: with the objective it belongs to first, and the other end of an alignment next.
create function change_of_goal() returns trigger language plpgsql as $$
declare
    changed    jsonb;
    objectives uuid[];
    key_result uuid;
begin
    if tg_op = 'UPDATE' and new is not distinct from old then
        return null;
    end if;
    changed := to_jsonb(coalesce(new, old));
    if tg_table_name = 'objective' then
        objectives := array[(changed ->> 'id')::uuid];
    elsif tg_table_name = 'alignment' then
        objectives := array[(changed ->> 'child_id')::uuid, coalesce(
            (changed ->> 'parent_objective_id')::uuid,
            (select k.objective_id from key_result k where k.id = (changed ->> 'parent_key_result_id')::uuid))];
    else
        key_result := coalesce(changed ->> 'key_result_id', changed ->> 'id')::uuid;
        objectives := array[coalesce(
            (changed ->> 'objective_id')::uuid, (select k.objective_id from key_result k where k.id = key_result))];
    end if;
    insert into change_event (family, kind, action, ids, objective_ids, key_result_id)
    values ('goal', tg_table_name, change_action(tg_op), array[(changed ->> 'id')::uuid], objectives, key_result);
    return null;
end
$$;

-- Values come by the million: an event holds up to 1,000 of what one statement has changed.
create function change_of_values() returns trigger language plpgsql as $$
begin
    insert into change_event (family, kind, action, ids)
    select 'value', tg_table_name, change_action(tg_op), array_agg(id)
    from (select id, (row_number() over () - 1) / 1000 as part from changed) parts
    group by part;
    return null;
end
$$;

create trigger change_of_team after insert or update or delete on team
    for each row execute function change_of_row('team', 'id');
create trigger change_of_person after insert or update or delete on person
    for each row execute function change_of_row('team', 'id');
create trigger change_of_team_member after insert or update or delete on team_member
    for each row execute function change_of_row('team', 'person_id', 'team_id');
create trigger change_of_cycle after insert or update or delete on cycle
    for each row execute function change_of_row('cycle', 'id');
create trigger change_of_kpi after insert or update or delete on kpi
    for each row execute function change_of_row('kpi', 'id');
create trigger change_of_kpi_definition after insert or update or delete on kpi_definition
    for each row execute function change_of_row('kpi', 'id', 'kpi_id');
create trigger change_of_kpi_companion after insert or update or delete on kpi_companion
    for each row execute function change_of_row('kpi', 'kpi_id', 'other_id');

create trigger change_of_objective after insert or update or delete on objective
    for each row execute function change_of_goal();
create trigger change_of_key_result after insert or update or delete on key_result
    for each row execute function change_of_goal();
create trigger change_of_milestone after insert or update or delete on milestone
    for each row execute function change_of_goal();
create trigger change_of_check_in after insert or update or delete on check_in
    for each row execute function change_of_goal();
create trigger change_of_alignment after insert or update or delete on alignment
    for each row execute function change_of_goal();

create trigger change_of_values_created after insert on kpi_value
    referencing new table as changed for each statement execute function change_of_values();
create trigger change_of_values_updated after update on kpi_value
    referencing new table as changed for each statement execute function change_of_values();
create trigger change_of_values_removed after delete on kpi_value
    referencing old table as changed for each statement execute function change_of_values();
create trigger change_of_revisions_created after insert on kpi_value_revision
    referencing new table as changed for each statement execute function change_of_values();
create trigger change_of_revisions_updated after update on kpi_value_revision
    referencing new table as changed for each statement execute function change_of_values();
create trigger change_of_revisions_removed after delete on kpi_value_revision
    referencing old table as changed for each statement execute function change_of_values();
