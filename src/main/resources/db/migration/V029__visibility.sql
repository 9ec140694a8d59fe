-- Who sees which objective (ADR 0013).
alter table objective add visibility text not null default 'PUBLIC';
alter table objective add constraint objective_visibility_is_known check (visibility in ('PUBLIC', 'TEAM'));
alter table objective add constraint objective_of_a_team_has_one check (visibility = 'PUBLIC' or team_id is not null);
create index objective_private on objective (id) where visibility = 'TEAM';

select history_keep('objective');

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

-- Makes the views anew: called again after one of these tables got new columns. Of what is gone nobody can tell any more who
-- may see it, so that only those who see everything see its past.
create function sight_keep() returns void language plpgsql as $$
declare
    home  text := '${flyway:defaultSchema}';
    kept  record;
    seen  text;
    there text;
begin
    for kept in
        select name, array_agg(objective) filter (where objective is not null) as objectives,
            array_agg(key_result) filter (where key_result is not null) as key_results
        from (values
            ('objective', 'id', null), ('key_result', 'objective_id', null), ('frozen_standing', 'objective_id', null),
            ('guardrail', 'objective_id', null), ('milestone', null, 'key_result_id'), ('check_in', null, 'key_result_id'),
            ('alignment', 'child_id', null), ('alignment', 'parent_objective_id', 'parent_key_result_id')
        ) belongs (name, objective, key_result) group by name
    loop
        select string_agg(condition, ' and ') into seen from (
            select format('not exists (select from %I.hidden_objective h where h.id = x.%I)', home, column_name) as condition
            from unnest(kept.objectives) column_name
            union all
            select format('not exists (select from %1$I.key_result k join %1$I.hidden_objective h on h.id = k.objective_id
                where k.id = x.%2$I)', home, column_name)
            from unnest(kept.key_results) column_name
        ) conditions;
        select string_agg(condition, ' and ') into there from (
            select format('(x.%2$I is null or exists (select from %1$I.objective o where o.id = x.%2$I))', home, column_name) as condition
            from unnest(kept.objectives) column_name
            union all
            select format('(x.%2$I is null or exists (select from %1$I.key_result k where k.id = x.%2$I))', home, column_name)
            from unnest(kept.key_results) column_name
        ) conditions;
        execute format('drop view if exists %1$I.%3$I, %1$I.%4$I, %2$I.%3$I',
            home || '_seen', home || '_as_of_seen', kept.name, kept.name || '_history');
        execute format('create view %1$I.%2$I as select x.* from %3$I.%2$I x where %4$s', home || '_seen', kept.name, home, seen);
        execute format('create view %1$I.%2$I as select x.* from %3$I.%2$I x where %4$s and %5$s',
            home || '_seen', kept.name || '_history', home, there, seen);
        execute format('create view %1$I.%2$I as select x.* from %3$I.%2$I x where %4$s and %5$s',
            home || '_as_of_seen', kept.name, home || '_as_of', there, seen);
    end loop;
end
$$;
select sight_keep();
