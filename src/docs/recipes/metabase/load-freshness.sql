-- What was loaded last for each KPI, by whom, and for how many days nothing has come since the end of that period.
select distinct on (kpi_key) kpi_key, kpi_name, cadence, period_start as newest_period, period_end, recorded_at, source,
    is_late, current_date - period_end as days_since_period
from bi_v1.kpi_values
where archived_at is null
order by kpi_key, period_start desc
