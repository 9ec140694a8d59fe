-- What the values of a KPI say, kept up to date by whoever changes them, in the same transaction and under the lock of the
-- KPI's row (ADR 0008). Nothing here is more than can be computed anew from the values and the starts of segments.
create table kpi_behaviour (
    kpi_id          uuid primary key references kpi (id),
    verdict         text not null,
    since           date,
    direction       text,
    proposed_rebase date,
    edition         integer not null,
    constraint kpi_behaviour_verdict_is_known check (verdict in ('INSUFFICIENT_DATA', 'NOISE', 'SIGNAL')),
    constraint kpi_behaviour_signal_has_a_beginning check ((verdict = 'SIGNAL') = (since is not null)),
    constraint kpi_behaviour_signal_has_a_direction check ((verdict = 'SIGNAL') = (direction is not null))
);
create index kpi_behaviour_verdict on kpi_behaviour (verdict);

-- Limits are null while there are too few values for them.
create table kpi_segment (
    kpi_id            uuid not null references kpi (id),
    starts_on         date not null,
    ends_on           date not null,
    size              integer not null,
    reason            text not null,
    mean              numeric,
    mean_moving_range numeric,
    lower_limit       numeric,
    upper_limit       numeric,
    upper_range_limit numeric,
    sigma             numeric,
    primary key (kpi_id, starts_on)
);

-- A signal that is gone stays, so that it is not told anew when it comes back.
create table kpi_signal (
    id          uuid primary key,
    kpi_id      uuid not null references kpi (id),
    rule        text not null,
    starts_on   date not null,
    ends_on     date not null,
    direction   text not null,
    detected_at timestamptz not null,
    is_gone     boolean not null,
    constraint kpi_signal_rule_is_known
        check (rule in ('OUTSIDE_LIMITS', 'RUN_OF_EIGHT', 'THREE_OF_FOUR', 'RANGE_OUTSIDE_LIMIT')),
    constraint kpi_signal_direction_is_known check (direction in ('IMPROVING', 'WORSENING', 'NEUTRAL'))
);
create index kpi_signal_kpi on kpi_signal (kpi_id, starts_on);

-- A new signal is told to those who follow; one that was there before anything was kept is not new.
create trigger change_of_kpi_signal_created after insert on kpi_signal
    referencing new table as changed for each statement
    when (current_setting('goaltree.catching_up', true) is distinct from 'on') execute function change_of_values();

select history_keep(name, 'history_value_stamp(coalesce(new.kpi_id, old.kpi_id))')
from unnest(array['kpi_behaviour', 'kpi_segment', 'kpi_signal']) name;
