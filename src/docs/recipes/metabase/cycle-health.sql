-- How every running cycle stands: objectives by status, and how far they are against what was to be expected.
select c.cycle_key, c.cycle_name, c.ends_on, count(*) as objectives,
    count(*) filter (where s.status in ('ON_TRACK', 'ACHIEVED')) as on_track,
    count(*) filter (where s.status = 'BEHIND') as behind,
    count(*) filter (where s.status = 'AT_RISK') as at_risk,
    count(*) filter (where s.status in ('NOT_STARTED', 'NOT_MEASURED')) as not_measured,
    round(avg(s.ratio) filter (where s.depth = 0)::numeric, 3) as ratio_of_roots,
    round(max(s.expected)::numeric, 3) as expected, c.as_of
from bi_v1.cycles c
join bi_v1.cycle_summary s on s.cycle_id = c.cycle_id
where c.state in ('ACTIVE', 'CLOSING') and s.state <> 'CANCELLED'
group by c.cycle_key, c.cycle_name, c.ends_on, c.as_of
order by c.ends_on, c.cycle_key
