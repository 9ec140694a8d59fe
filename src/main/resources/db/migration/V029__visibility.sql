-- Who sees which objective (ADR 0013).
alter table objective add visibility text not null default 'PUBLIC';
alter table objective add constraint objective_visibility_is_known check (visibility in ('PUBLIC', 'TEAM'));
alter table objective add constraint objective_of_a_team_has_one check (visibility = 'PUBLIC' or team_id is not null);
create index objective_private on objective (id) where visibility = 'TEAM';

select history_keep('objective');
update objective_history set visibility = 'PUBLIC' where visibility is null;

-- A caller who does not see everything reads through schemas of views that stand before the tables in the search path, as those of
-- the past do: what is not seen is not there, whoever asks for it in whatever way. The caller's teams and person are settings
-- of the connection; an administrator, the arithmetic of trees and all decisions read the tables themselves.
create schema ${flyway:defaultSchema}_seen;
create schema ${flyway:defaultSchema}_as_of_seen;

-- Where tables are found: by a caller with limits or without, in the present or in the past.
create function sight_path(limited boolean, past boolean) returns text language sql immutable as $$
    select case when limited or past
        then quote_ident('${flyway:defaultSchema}' || case when past then '_as_of' else '' end || case when limited then '_seen' else '' end) || ', '
        else '' end || quote_ident('${flyway:defaultSchema}')
$$;

-- The teams that the caller reaches, and the person that the caller is; null when there is none.
create function sight_reach() returns uuid[] language sql stable as $$
    select string_to_array(nullif(current_setting('goaltree.reach', true), ''), ',')::uuid[]
$$;
create function sight_person() returns uuid language sql stable as $$
    select nullif(current_setting('goaltree.person', true), '')::uuid
$$;

-- Makes this transaction see everything, as of the instant it reads at; and back to what its caller sees.
create function sight_whole(whole boolean) returns void language sql as $$
    select set_config('search_path', sight_path(not whole and current_setting('goaltree.sight', true) = 'limited',
        nullif(current_setting('goaltree.as_of', true), '') is not null), true)
$$;

create or replace function history_travel(instant timestamptz) returns void language sql as $$
    select set_config('goaltree.as_of', instant::text, true),
        set_config('search_path', sight_path(coalesce(current_setting('goaltree.sight', true), '') = 'limited', true), true)
$$;

-- The objectives that the caller does not see: private ones of teams out of reach, unless they own something of it.
create view hidden_objective as
select o.id from objective o
where o.visibility = 'TEAM'
    and not coalesce(o.team_id = any (coalesce((select sight_reach()), '{}')), false)
    and not coalesce(o.owner_id = (select sight_person()), false)
    and not exists (select from key_result k where k.objective_id = o.id and k.owner_id = (select sight_person()));

-- The same by what objectives were at the instant that is read, for the caller as they are now.
create view ${flyway:defaultSchema}_as_of_seen.hidden_then as
select o.id from ${flyway:defaultSchema}_as_of.objective o
where o.visibility = 'TEAM'
    and not coalesce(o.team_id = any (coalesce((select sight_reach()), '{}')), false)
    and not coalesce(o.owner_id = (select sight_person()), false)
    and not exists (select from ${flyway:defaultSchema}_as_of.key_result k
        where k.objective_id = o.id and k.owner_id = (select sight_person()));

-- Makes the views anew: called again after one of these tables got new columns. Of what is gone nobody can tell any more who
-- may see it, so that only those who see everything see its past. Rows that are seen name nothing that is not: neither by its
-- id nor, in the words of the service itself, by its title.
create function sight_keep() returns void language plpgsql as $$
declare
    home     text := '${flyway:defaultSchema}';
    -- Of what %1$s names: that it is there still, and that the caller sees it.
    objective_there  text := format('exists (select from %1$I.objective o where o.id = %%1$s)', home);
    objective_seen   text := format('not exists (select from %1$I.hidden_objective h where h.id = %%1$s)', home);
    key_result_there text := format('exists (select from %1$I.key_result k where k.id = %%1$s)', home);
    key_result_seen  text := format('not exists (select from %1$I.key_result k join %1$I.hidden_objective h
        on h.id = k.objective_id where k.id = %%1$s)', home);
    kept     record;
    shown    record;
begin
    for kept in
        select name,
            string_agg(format(case when is_key_result then key_result_seen else objective_seen end, 'x.' || reference), ' and ')
                filter (where reference is not null) as seen,
            string_agg(format('(x.%s is null or %s)', reference,
                format(case when is_key_result then key_result_there else objective_there end, 'x.' || reference)), ' and ')
                filter (where reference is not null) as there
        from (values
                ('objective', 'id', false), ('key_result', 'objective_id', false), ('frozen_standing', 'objective_id', false),
                ('guardrail', 'objective_id', false), ('milestone', 'key_result_id', true), ('check_in', 'key_result_id', true),
                ('alignment', 'child_id', false), ('alignment', 'parent_objective_id', false),
                ('alignment', 'parent_key_result_id', true),
                ('kpi_graduation', null, false), ('kpi_definition', null, false), ('kpi_review', null, false)
            ) belongs (name, reference, is_key_result)
        group by name
    loop
        for shown in
            select * from (values
                (home, kept.name, home || '_seen', false),
                (home, kept.name || '_history', home || '_seen', true),
                (home || '_as_of', kept.name, home || '_as_of_seen', true)
            ) variant (source, name, target, is_past)
        loop
            execute format('drop view if exists %I.%I', shown.target, shown.name);
            execute format('create view %I.%I as select %s from %I.%I x where %s', shown.target, shown.name,
                (select string_agg(case kept.name || '.' || attname
                    when 'objective.carried_from' then format('case when %s then x.carried_from end as carried_from',
                        format(objective_there || ' and ' || objective_seen, 'x.carried_from'))
                    when 'key_result.carried_from' then format('case when %s then x.carried_from end as carried_from',
                        format(key_result_there || ' and ' || key_result_seen, 'x.carried_from'))
                    when 'kpi_graduation.key_result_id' then format('case when %s then x.key_result_id end as key_result_id',
                        format(key_result_there || ' and ' || key_result_seen, 'x.key_result_id'))
                    when 'kpi_definition.reason' then format('case when exists (select from %1$I.kpi_graduation g
                        join %1$I.key_result k on k.id = g.key_result_id join %1$I.hidden_objective h on h.id = k.objective_id
                        where g.definition_id = x.id) then ''Graduated from a key result'' else x.reason end as reason', home)
                    when 'kpi_review.what_changed' then format('case when x.what_changed like ''Objective ''''%%'''' was opened from it''
                        and exists (select from %1$I.objective o join %1$I.hidden_objective h on h.id = o.id where o.opened_from = x.id)
                        then ''An objective was opened from it'' else x.what_changed end as what_changed', home)
                    else 'x.' || quote_ident(attname) end, ', ' order by attnum)
                from pg_attribute where attrelid = format('%I.%I', shown.source, shown.name)::regclass
                    and attnum > 0 and not attisdropped),
                shown.source, shown.name,
                coalesce(kept.seen || case when shown.is_past then ' and ' || kept.there else '' end, 'true'));
        end loop;
    end loop;
end
$$;
select sight_keep();
