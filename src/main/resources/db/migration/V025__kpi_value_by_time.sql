-- Values by time (ADR 0010): a year is a table of its own, so that what is asked about this year never touches the pages of
-- an older one, and an old year can be moved or archived as a whole. There is no default partition: attaching a new year then
-- locks out nobody. Years are made ahead of time by the service, which calls kpi_value_years.
drop view ${flyway:defaultSchema}_as_of.kpi_value;
alter table kpi_value_revision drop constraint kpi_value_revision_value_id_fkey;
alter table kpi_value rename to kpi_value_whole;
alter table kpi_value_whole drop constraint kpi_value_pkey, drop constraint kpi_value_is_one_a_period,
    drop constraint kpi_value_period_is_in_order;
drop index kpi_value_recorded;

create table kpi_value (like kpi_value_whole including defaults) partition by range (period_start);
create table kpi_value_before_2000 partition of kpi_value for values from (minvalue) to ('2000-01-01');
create table kpi_value_2000_to_2009 partition of kpi_value for values from ('2000-01-01') to ('2010-01-01');
create table kpi_value_2010_to_2019 partition of kpi_value for values from ('2010-01-01') to ('2020-01-01');

-- Makes the partitions of all years up to this one that are not there yet; answers how many. A year is made as a table of its
-- own and then attached, which does not wait for those who read or record values, nor they for it.
create function kpi_value_years(last integer) returns integer language plpgsql as $$
declare
    made integer := 0;
    part text;
begin
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
select kpi_value_years(greatest(2028, extract(year from max(period_start))::integer)) from kpi_value_whole;

insert into kpi_value select * from kpi_value_whole;
drop table kpi_value_whole;

-- One value a KPI and period, so this index leads to a value; the key holds the period because a partitioned table demands it.
alter table kpi_value add primary key (id, period_start),
    add constraint kpi_value_kpi_id_fkey foreign key (kpi_id) references kpi (id),
    add constraint kpi_value_is_one_a_period unique (kpi_id, period_start),
    add constraint kpi_value_period_is_in_order check (period_end >= period_start);
create index kpi_value_recorded on kpi_value (recorded_at);
-- What has changed since an instant, for incremental exports.
create index kpi_value_since on kpi_value (sys_from);

alter table kpi_value_revision add column period_start date;
alter table kpi_value_revision disable trigger user;
update kpi_value_revision r set period_start = v.period_start from kpi_value v where v.id = r.value_id;
alter table kpi_value_revision enable trigger user;
alter table kpi_value_revision alter column period_start set not null;

-- A foreign key into a partitioned table is checked by a statement a row, which took a quarter of the time of a correction.
-- Revisions are written by the very statement that reads their values; with a value that is removed by hand they go, too.
create function kpi_value_revisions_go() returns trigger language plpgsql as $$
begin
    delete from kpi_value_revision r using removed v where r.value_id = v.id;
    return null;
end
$$;
create trigger kpi_value_revisions_go after delete on kpi_value
    referencing old table as removed for each statement execute function kpi_value_revisions_go();

create trigger change_of_values_created after insert on kpi_value
    referencing new table as changed for each statement execute function change_of_values();
create trigger change_of_values_updated after update on kpi_value
    referencing new table as changed for each statement execute function change_of_values();
create trigger change_of_values_removed after delete on kpi_value
    referencing old table as changed for each statement execute function change_of_values();
create trigger change_of_fed_key_results_created after insert on kpi_value
    referencing new table as changed for each statement execute function change_of_fed_key_results();
create trigger change_of_fed_key_results_updated after update on kpi_value
    referencing new table as changed for each statement execute function change_of_fed_key_results();
create trigger change_of_fed_key_results_removed after delete on kpi_value
    referencing old table as changed for each statement execute function change_of_fed_key_results();
select history_keep('kpi_value', 'history_value_stamp(coalesce(new.kpi_id, old.kpi_id))');
select history_keep('kpi_value_revision', 'history_value_stamp((
    select v.kpi_id from kpi_value v
    where v.id = coalesce(new.value_id, old.value_id) and v.period_start = coalesce(new.period_start, old.period_start)))');
