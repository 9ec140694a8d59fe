-- The unit of a KPI's value for the period that begins on a day: of the definitions effective then the one with the greatest
-- number says it. A key result takes only values in its own unit from the KPI that feeds it: its baseline and target are in
-- that unit, whatever the KPI is measured in later.
create function kpi_unit(kpi uuid, period date) returns text language sql stable as $$
    select d.unit from kpi_definition d
    where d.kpi_id = kpi and (d.effective_from is null or d.effective_from <= period)
    order by d.number desc limit 1
$$;
