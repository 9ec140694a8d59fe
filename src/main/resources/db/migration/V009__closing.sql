-- The end of a cycle: when it was closed, why it was opened again, and what is kept of it while it is closed.
alter table cycle add column closed_at timestamptz, add column reopened_reason text;

-- A score that somebody set in place of the ratio; never without a reason.
alter table key_result
    add column score numeric,
    add column score_reason text,
    add constraint key_result_score_is_0_to_1 check (score between 0 and 1),
    add constraint key_result_score_has_a_reason check ((score is null) = (score_reason is null));

-- Where each objective and key result of a closed cycle stood when it was closed, unrounded. Its id is that of the objective
-- or key result. Topmost: an objective that counted in no other one of its tree. Rows are there only while the cycle is closed.
create table frozen_standing (
    id            uuid primary key,
    cycle_id      uuid not null references cycle (id),
    objective_id  uuid not null references objective (id),
    key_result_id uuid references key_result (id),
    raw           numeric,
    ratio         numeric,
    coverage      numeric not null,
    expected      numeric,
    status        text not null,
    earned        numeric,
    current_value numeric,
    confidence    double precision,
    score         numeric,
    outcome       text,
    topmost       boolean not null,
    constraint frozen_standing_has_the_id_of_its_subject check (id = coalesce(key_result_id, objective_id)),
    constraint frozen_standing_raw_and_ratio_come_together check ((raw is null) = (ratio is null)),
    constraint frozen_standing_ratio_is_0_to_1 check (ratio between 0 and 1),
    constraint frozen_standing_coverage_is_0_to_1 check (coverage between 0 and 1),
    constraint frozen_standing_score_is_0_to_1 check (score between 0 and 1),
    constraint frozen_standing_status_is_known check (status in
        ('NOT_STARTED', 'NOT_MEASURED', 'ON_TRACK', 'BEHIND', 'AT_RISK', 'ACHIEVED', 'CANCELLED')),
    constraint frozen_standing_outcome_is_known check (outcome in ('ACHIEVED', 'PROGRESSED', 'MISSED')),
    constraint frozen_standing_outcome_is_of_an_objective check (outcome is null or key_result_id is null)
);
create index frozen_standing_cycle on frozen_standing (cycle_id);
create index frozen_standing_objective on frozen_standing (objective_id);
create index frozen_standing_key_result on frozen_standing (key_result_id);

-- A whole cycle freezes or thaws at once: one event a statement, not one a row.
create function change_of_frozen() returns trigger language plpgsql as $$
begin
    insert into change_event (family, kind, action, ids)
    select 'goal', tg_table_name, 'UPDATED', array_agg(distinct cycle_id) from changed having count(*) > 0;
    return null;
end
$$;
create trigger change_of_frozen_created after insert on frozen_standing
    referencing new table as changed for each statement execute function change_of_frozen();
create trigger change_of_frozen_updated after update on frozen_standing
    referencing new table as changed for each statement execute function change_of_frozen();
create trigger change_of_frozen_removed after delete on frozen_standing
    referencing old table as changed for each statement execute function change_of_frozen();

-- That objectives and key results become CLOSED or OPEN with their cycle is said by the cycle: thousands of events would
-- cut off everybody who follows it.
drop trigger change_of_objective on objective;
create trigger change_of_objective after insert or delete on objective
    for each row execute function change_of_goal();
create trigger change_of_objective_updated after update on objective
    for each row when ((old.state = 'CLOSED') = (new.state = 'CLOSED')) execute function change_of_goal();
drop trigger change_of_key_result on key_result;
create trigger change_of_key_result after insert or delete on key_result
    for each row execute function change_of_goal();
create trigger change_of_key_result_updated after update on key_result
    for each row when ((old.state = 'CLOSED') = (new.state = 'CLOSED')) execute function change_of_goal();
