-- The KPIs whose newest value is outside its healthy range, by how many tolerances; a tolerance of 0 counts none.
select kpi_key, kpi_name, team_name, owner_name, period_start, value, unit, healthy_lower, healthy_upper, outside,
    case when outside > tolerance then 'UNHEALTHY' else 'WARNING' end as health,
    round(outside / nullif(tolerance, 0), 2) as tolerances
from (
    select distinct on (kpi_id) *, greatest(healthy_lower - value, value - healthy_upper) as outside
    from bi_v1.kpi_values
    where archived_at is null
    order by kpi_id, period_start desc
) newest
where outside > 0
order by tolerances desc nulls last, kpi_key
