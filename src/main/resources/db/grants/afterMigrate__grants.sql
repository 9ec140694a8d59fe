-- After every migration, so that none can forget it: nobody but the owner and the service calls a function of ours, the role
-- of the service (placeholder service-role) gets what it needs and does not have, and bi_reader the views of bi_v1. What is
-- there already is left alone: replicas that start write nothing, and those that start at once wait for each other.
do $$
declare
    home    text := '${flyway:defaultSchema}';
    command text;
begin
    perform pg_advisory_xact_lock(hashtext('goaltree_grants'), 0);
    if '${service-role}' <> 'none' and not exists (select from pg_roles where rolname = '${service-role}') then
        raise warning 'There is no role % to grant what the service needs; see src/docs/postgres.md', '${service-role}';
    end if;
    for command in
        with service as (
            select oid, rolname from pg_roles where rolname = '${service-role}'
        ),
        ours as (
            select oid, nspname, nspowner from pg_namespace
            where nspname = home or starts_with(nspname, home || '_')
        ),
        routine as (
            select p.oid, coalesce(p.proacl, acldefault('f', p.proowner)) as rights
            from pg_proc p join ours on ours.oid = p.pronamespace
            where pg_has_role(p.proowner, 'usage')
                and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
        ),
        wanted as (
            select c.oid, privilege
            from pg_class c join ours on ours.oid = c.relnamespace, unnest(case
                when ours.nspname <> home or c.relkind = 'v' then '{select}'
                when c.relname = '${flyway:table}' then '{}'
                when c.relname like '%\_history' then '{select,insert}'
                when c.relname in ('history_clock', 'change_sweep') then '{select,update}'
                when c.relname = 'change_event' then '{select,insert,delete}'
                else '{select,insert,update,delete}' end::text[]) privilege
            where c.relkind in ('r', 'p', 'v') and not c.relispartition and pg_has_role(c.relowner, 'usage')
        )
        select format('revoke execute on routine %s from public', r.oid::regprocedure) from routine r
        where exists (select from aclexplode(r.rights) where grantee = 0)
        union all
        select format('grant execute on routine %s to %I', r.oid::regprocedure, service.rolname) from routine r, service
        where not exists (
            select from aclexplode(r.rights) where grantee <> 0 and pg_has_role(service.oid, grantee, 'usage'))
        union all
        select format('grant usage on schema %I to %I', ours.nspname, service.rolname) from ours, service
        where pg_has_role(ours.nspowner, 'usage') and not has_schema_privilege(service.oid, ours.oid, 'usage')
        union all
        select format('grant %s on %s to %I', wanted.privilege, wanted.oid::regclass, service.rolname) from wanted, service
        where not has_table_privilege(service.oid, wanted.oid, wanted.privilege)
        union all
        select format('grant usage on schema bi_v1 to %I', r.rolname) from pg_roles r join pg_namespace n on n.nspname = 'bi_v1'
        where r.rolname = 'bi_reader' and not has_schema_privilege(r.oid, n.oid, 'usage')
        union all
        select format('grant select on %s to %I', c.oid::regclass, r.rolname)
        from pg_roles r, pg_class c join pg_namespace n on n.oid = c.relnamespace
        where r.rolname = 'bi_reader' and n.nspname = 'bi_v1' and c.relkind = 'v' and not has_table_privilege(r.oid, c.oid, 'select')
    loop
        execute command;
    end loop;
end
$$;
