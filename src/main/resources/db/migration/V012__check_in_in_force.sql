-- The value and the confidence in force of a key result, each the latest measured one that is there, from the index alone;
-- sys_from is what the past is cut by (V020).
alter table check_in add column sys_from timestamptz not null default now();
create index check_in_value_in_force on check_in (key_result_id, measured_at desc, recorded_at desc, id desc)
    include (value, sys_from) where value is not null;
create index check_in_confidence_in_force on check_in (key_result_id, measured_at desc, recorded_at desc, id desc)
    include (confidence, sys_from) where confidence is not null;
