-- What every row said at every instant, kept by the database itself so that no way of writing can forget it (ADR 0007).
-- A live row carries since when it says what it says ("sys_from") and who made it say so ("sys_by"); what it said before
-- lies in a table of the same name with _history, until "sys_to". In a schema of their own stand views with the names of the
-- tables: whoever puts that schema first in the search path reads the past with the very statements that read the present.

create schema ${flyway:defaultSchema}_as_of;

-- The last instant that was given out. Its one row is locked until the transaction ends, so that instants come in the order
-- of commits: what is visible to a snapshot is all that came before some instant, and nothing else.
create table history_clock (
    is_one boolean primary key default true,
    last   timestamptz not null,
    constraint history_clock_is_one check (is_one)
);
insert into history_clock (last) values ('2000-01-01T00:00:00Z');

-- Whoever is about to take an instant says so first, by a shared advisory lock that holds the time: 12 bits of tag (1777
-- for what takes turns, 1778 for what does not), 52 bits of microseconds since 2000. It is seen by all at once, and gone with
-- the transaction.
create function history_announce(tag bigint) returns void language sql as $$
    select pg_advisory_xact_lock_shared((tag << 52)
        | (extract(epoch from clock_timestamp() - timestamptz '2000-01-01T00:00:00Z') * 1000000)::bigint)
$$;

-- The time some transaction pretends it is (setting goaltree.at: demo data, tests), or null.
create function history_pretended() returns timestamptz language sql stable as $$
    select nullif(current_setting('goaltree.at', true), '')::timestamptz
$$;

-- The instant of this transaction's changes to goals and definitions: one a transaction, later than every one committed.
create function history_stamp() returns timestamptz language plpgsql as $$
declare
    known text := current_setting('goaltree.stamp', true);
    stamp timestamptz := history_pretended();
begin
    if known <> '' then
        return known;
    end if;
    if stamp is null then
        perform history_announce(1777);
        update history_clock set last = greatest(clock_timestamp(), last + interval '1 microsecond')
        returning last into stamp;
    else
        perform from history_clock for no key update;
    end if;
    perform set_config('goaltree.stamp', stamp::text, true);
    return stamp;
end
$$;

-- The same for a value. Those of a KPI that feeds a key result or guards an objective shape goal trees, and take turns with
-- them. The many writers of others do not wait for each other; those of one KPI do, by the lock of its row.
create function history_value_stamp(kpi uuid) returns timestamptz language plpgsql as $$
declare
    known text := current_setting('goaltree.value_stamp', true);
    stamp timestamptz := history_pretended();
begin
    if current_setting('goaltree.stamp', true) <> '' then
        return history_stamp();
    end if;
    if current_setting('goaltree.free_kpi', true) is distinct from kpi::text then
        if exists (select from key_result k where k.kpi_id = kpi) or exists (select from guardrail g where g.kpi_id = kpi) then
            return history_stamp();
        end if;
        perform set_config('goaltree.free_kpi', kpi::text, true);
    end if;
    if known <> '' then
        return known;
    end if;
    if stamp is null then
        perform history_announce(1778);
        stamp := clock_timestamp();
    end if;
    perform set_config('goaltree.value_stamp', stamp::text, true);
    return stamp;
end
$$;

-- Who makes this transaction's changes: the caller where one is known (setting goaltree.actor), else the database role.
create function history_actor() returns text language sql stable as $$
    select coalesce(nullif(current_setting('goaltree.actor', true), ''), session_user)
$$;

-- An instant up to which nothing is under way any more, by all tags from 1777 to the last: asked before a snapshot is taken,
-- everything that this instant has is in the snapshot. Changes after it may be in there too: see history_clock.
create function history_settled(last_tag bigint) returns timestamptz language plpgsql as $$
declare
    pretended timestamptz := history_pretended();
    asked     timestamptz := clock_timestamp();
    announced bigint;
begin
    if pretended is not null then
        return pretended;
    end if;
    select min((classid::bigint << 32 | objid::bigint) & ((1::bigint << 52) - 1)) into announced
    from pg_locks
    where locktype = 'advisory' and objsubid = 1 and classid::bigint >> 20 between 1777 and last_tag
        and database = (select oid from pg_database where datname = current_database());
    return least(asked, timestamptz '2000-01-01T00:00:00Z' + (announced - 1) * interval '1 microsecond');
end
$$;

-- Waits until nothing is under way that began before an instant. Answers what time it is, and whether the waiting ended
-- before patience did.
create function history_wait(instant timestamptz, patience interval, out present timestamptz, out settled boolean)
language plpgsql as $$
begin
    present := coalesce(history_pretended(), clock_timestamp());
    loop
        settled := instant > present or history_settled(1778) >= instant;
        exit when settled or clock_timestamp() > present + patience;
        perform pg_sleep(0.005);
    end loop;
end
$$;

-- Makes this transaction read what was there at an instant.
create function history_travel(instant timestamptz) returns void language sql as $$
    select set_config('goaltree.as_of', instant::text, true),
        set_config('search_path', quote_ident(current_schema() || '_as_of') || ', ' || quote_ident(current_schema()), true)
$$;

-- Keeps the history of a table: adds the two columns, the history table with the same indexes, none of them unique, the trigger and
-- the view. Called again after a table got new columns or indexes, it adds them to the history.
create function history_keep(kept text, stamp text default 'history_stamp()') returns void language plpgsql as $$
declare
    home    text := current_schema();
    past    text := kept || '_history';
    added   record;
    columns text;
    olds    text;
begin
    execute format('alter table %I add column if not exists sys_from timestamptz not null default now(),
        add column if not exists sys_by text not null default session_user', kept);
    execute format('create table if not exists %I (like %I, sys_to timestamptz not null, sys_ended_by text not null)',
        past, kept);
    for added in
        select a.attname, format_type(a.atttypid, a.atttypmod) as type from pg_attribute a
        where a.attrelid = kept::regclass and a.attnum > 0 and not a.attisdropped
            and not exists (select from pg_attribute h where h.attrelid = past::regclass and h.attname = a.attname)
    loop
        execute format('alter table %I add column %I %s', past, added.attname, added.type);
    end loop;
    for added in
        select c.relname as name, substring(pg_get_indexdef(i.indexrelid) from ' USING .*$') as definition
        from pg_index i join pg_class c on c.oid = i.indexrelid
        where i.indrelid = kept::regclass
    loop
        execute format('create index if not exists %I on %I', left('history_of_' || added.name, 63), past) || added.definition;
    end loop;
    select string_agg(quote_ident(attname), ', ' order by attnum), string_agg('old.' || quote_ident(attname), ', ' order by attnum)
    into columns, olds
    from pg_attribute where attrelid = kept::regclass and attnum > 0 and not attisdropped;
    execute format($body$
        create or replace function %1$I() returns trigger language plpgsql as $trigger$
        declare
            stamp timestamptz;
        begin
            if tg_op = 'INSERT' then
                new.sys_from := %2$s;
                new.sys_by := history_actor();
                return new;
            end if;
            if tg_op = 'UPDATE' then
                new.sys_from := old.sys_from;
                new.sys_by := old.sys_by;
                if new *= old then
                    return new;
                end if;
            end if;
            stamp := greatest(%2$s, old.sys_from);
            if stamp > old.sys_from then
                insert into %3$I (%4$s, sys_to, sys_ended_by) values (%5$s, stamp, history_actor());
            end if;
            if tg_op = 'DELETE' then
                return old;
            end if;
            new.sys_from := stamp;
            new.sys_by := history_actor();
            return new;
        end
        $trigger$
        $body$, 'history_of_' || kept, stamp, past, columns, olds);
    execute format('create or replace trigger history_of_row before insert or update or delete on %I
        for each row execute function %I()', kept, 'history_of_' || kept);
    execute format('create or replace view %I.%I as
        select %5$s from %3$I.%2$I where sys_from <= current_setting(''goaltree.as_of'')::timestamptz
        union all
        select %5$s from %3$I.%4$I where sys_from <= current_setting(''goaltree.as_of'')::timestamptz
            and sys_to > current_setting(''goaltree.as_of'')::timestamptz',
        home || '_as_of', kept, home, past, columns);
end
$$;

select history_keep(name) from unnest(array['team', 'person', 'team_member', 'cycle', 'objective', 'key_result', 'milestone',
    'check_in', 'alignment', 'frozen_standing', 'guardrail', 'kpi', 'kpi_definition', 'kpi_companion']) name;
select history_keep('kpi_value', 'history_value_stamp(coalesce(new.kpi_id, old.kpi_id))');
select history_keep('kpi_value_revision', 'history_value_stamp((
    select v.kpi_id from kpi_value v where v.id = coalesce(new.value_id, old.value_id)))');
