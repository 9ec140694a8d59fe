-- KPIs that must stay healthy while an objective is pursued; frozen when its cycle is closed.
create table guardrail (
    id           uuid primary key,
    objective_id uuid not null references objective (id),
    kpi_id       uuid not null references kpi (id),
    created_at   timestamptz not null,
    frozen_state text,
    frozen_since date,
    constraint guardrail_is_unique unique (objective_id, kpi_id),
    constraint guardrail_frozen_state_is_known check (frozen_state in ('HELD', 'BREACHED', 'UNKNOWN')),
    constraint guardrail_breach_has_a_beginning
        check ((frozen_since is not null) = (frozen_state is not distinct from 'BREACHED'))
);
create index guardrail_kpi on guardrail (kpi_id);

create function change_of_guardrail() returns trigger language plpgsql as $$
declare
    changed guardrail;
begin
    -- Frozen or thawed with a whole cycle, which says so itself.
    if tg_op = 'UPDATE' then
        return null;
    end if;
    changed := coalesce(new, old);
    insert into change_event (family, kind, action, ids, objective_ids)
    values ('goal', tg_table_name, change_action(tg_op), array[changed.id], array[changed.objective_id]);
    return null;
end
$$;
create trigger change_of_guardrail after insert or update or delete on guardrail
    for each row execute function change_of_guardrail();

-- What was carried over from another cycle knows what it was copied from. An objective has one live copy in a cycle, so
-- that carrying over again makes no second one.
alter table objective add carried_from uuid references objective (id);
alter table key_result add carried_from uuid references key_result (id);
create index objective_carried_from on objective (carried_from);
create index key_result_carried_from on key_result (carried_from);
create unique index objective_is_carried_once_into_a_cycle on objective (carried_from, cycle_id)
    where carried_from is not null and state <> 'CANCELLED';
