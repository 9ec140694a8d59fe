-- The service needs no more than what db/grants gives its role after every migration (src/docs/postgres.md): tables, schemas and
-- functions may belong to another role, which migrates.

-- The one thing done at run time that only an owner can do: it runs with the rights of its owner, finds nothing but what is
-- his, and is not made to make tables without end. What a caller may set, such as lock_timeout, still holds within.
create or replace function kpi_value_years(last integer) returns integer language plpgsql
security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
    made integer := 0;
    part text;
begin
    if last > extract(year from clock_timestamp()) + 50 then
        raise exception 'No tables are made for values of % yet', last;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('kpi_value_years', 0));
    for year in 2020..last loop
        part := 'kpi_value_' || year;
        if to_regclass(quote_ident(current_schema()) || '.' || part) is null then
            execute format('create table %I (like kpi_value including defaults including constraints)', part);
            execute format('alter table kpi_value attach partition %I for values from (%L) to (%L)',
                part, make_date(year, 1, 1), make_date(year + 1, 1, 1));
            made := made + 1;
        end if;
    end loop;
    return made;
end
$$;
revoke execute on function kpi_value_years(integer) from public;

-- PostgreSQL 14 and older let everybody make tables there, and a database upgraded from it still does.
revoke create on schema ${flyway:defaultSchema} from public;

-- The role that may read the views of bi_v1 and nothing else is called bi_reader; goaltree_bi, as it was called (V027), becomes
-- a member of it, so that its logins go on. Where this role may not make others, who runs the database does.
do $$
begin
    if not exists (select from pg_roles where rolname = 'bi_reader') then
        create role bi_reader nologin;
    end if;
exception
    when insufficient_privilege then raise notice 'The role bi_reader was not made; see src/docs/postgres.md';
    when duplicate_object or unique_violation then null;
end
$$;
do $$
begin
    if exists (select from pg_roles where rolname = 'bi_reader') then
        grant usage on schema bi_v1 to bi_reader;
        grant select on all tables in schema bi_v1 to bi_reader;
    end if;
end
$$;
do $$
begin
    if (select count(*) = 2 from pg_roles where rolname in ('bi_reader', 'goaltree_bi')) then
        grant bi_reader to goaltree_bi;
        revoke all on all tables in schema bi_v1 from goaltree_bi;
        revoke all on schema bi_v1 from goaltree_bi;
    end if;
exception
    when insufficient_privilege then
        raise notice 'The role goaltree_bi keeps its own grants: it could not be made a member of bi_reader';
end
$$;
