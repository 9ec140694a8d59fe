package io.goaltree.kpi;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.StatelessSession;

@ApplicationScoped
class KpiRunStore {
    record PeriodValue(LocalDate from, BigDecimal value) {}

    private final StatelessSession session;

    KpiRunStore(StatelessSession session) {
        this.session = session;
    }

    /**
     * The values of each of these KPIs that are newer than its last one not outside its range, newest first: one step
     * down an index for each. It only narrows what is read; whether a value is outside is for {@code Health} to say.
     */
    Map<UUID, List<PeriodValue>> sinceLastInRange(Collection<UUID> kpis) {
        Map<UUID, List<PeriodValue>> runs = new HashMap<>();
        session.createNativeQuery("""
                        select v.kpi_id, v.period_start, v.value
                        from unnest(cast(:kpis as uuid[])) kpi
                        left join lateral (
                            select inside.period_start
                            from kpi_value inside cross join lateral (
                                select d.lower, d.upper from kpi_definition d
                                where d.kpi_id = inside.kpi_id
                                    and (d.effective_from is null or d.effective_from <= inside.period_start)
                                order by d.number desc limit 1
                            ) d
                            where inside.kpi_id = kpi
                                and not coalesce(inside.value < d.lower or inside.value > d.upper, false)
                            order by inside.period_start desc limit 1
                        ) last on true
                        join kpi_value v
                            on v.kpi_id = kpi and v.period_start > coalesce(last.period_start, '-infinity')
                        order by v.kpi_id, v.period_start desc
                        """, Object[].class)
                .addScalar("kpi_id", UUID.class)
                .addScalar("period_start", LocalDate.class)
                .addScalar("value", BigDecimal.class)
                .setParameter("kpis", kpis.toArray(UUID[]::new))
                .getResultList()
                .forEach(row -> runs.computeIfAbsent((UUID) row[0], kpi -> new ArrayList<>())
                        .add(new PeriodValue((LocalDate) row[1], (BigDecimal) row[2])));
        return runs;
    }
}
