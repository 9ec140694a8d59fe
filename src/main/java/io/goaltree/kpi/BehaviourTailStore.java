package io.goaltree.kpi;

import static io.goaltree.kpi.KpiValueStore.column;

import io.goaltree.behaviour.Point;
import io.goaltree.kpi.BehaviourTails.Ends;
import io.goaltree.kpi.BehaviourTails.Wish;
import io.goaltree.time.DateRange;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** Reads both ends of segments: two steps down an index a KPI. */
@ApplicationScoped
class BehaviourTailStore {
    private final StatelessSession session;

    BehaviourTailStore(StatelessSession session) {
        this.session = session;
    }

    Map<UUID, Ends> ends(List<Wish> wishes, int baselineSize) {
        Map<UUID, Ends> ends = new HashMap<>();
        if (wishes.isEmpty()) {
            return ends;
        }
        session.createNativeQuery("""
                        with wish as (
                            select * from unnest(cast(:kpis as uuid[]), cast(:segments as date[]), cast(:since as date[]),
                                cast(:counts as integer[])) as wish(kpi, segment, since, size)
                        )
                        select wish.kpi, true as is_first, v.period_start, v.period_end, v.value
                        from wish cross join lateral (
                            select * from kpi_value v where v.kpi_id = wish.kpi and v.period_start >= wish.segment
                            order by v.period_start limit :baseline
                        ) v
                        union all
                        select wish.kpi, false, v.period_start, v.period_end, v.value
                        from wish cross join lateral (
                            select min(period_start) as start from (
                                select period_start from kpi_value v where v.kpi_id = wish.kpi
                                order by period_start desc limit wish.size
                            ) latest
                        ) latest
                        join kpi_value v on v.kpi_id = wish.kpi and v.period_start >= wish.segment
                            and v.period_start >= least(wish.since, latest.start)
                        order by 1, 2, 3
                        """, Object[].class)
                .addScalar("kpi", UUID.class)
                .addScalar("is_first", Boolean.class)
                .addScalar("period_start", LocalDate.class)
                .addScalar("period_end", LocalDate.class)
                .addScalar("value", BigDecimal.class)
                .setParameter("kpis", column(wishes, Wish::kpi, UUID[]::new))
                .setParameter("segments", column(wishes, Wish::segment, LocalDate[]::new))
                .setParameter("since", column(wishes, Wish::since, LocalDate[]::new))
                .setParameter("counts", column(wishes, Wish::count, Integer[]::new))
                .setParameter("baseline", baselineSize)
                .getResultList()
                .forEach(row -> {
                    Ends of = ends.computeIfAbsent((UUID) row[0], kpi -> new Ends());
                    Point point =
                            new Point(DateRange.inclusive((LocalDate) row[2], (LocalDate) row[3]), (BigDecimal) row[4]);
                    ((boolean) row[1] ? of.first() : of.latest()).add(point);
                });
        return ends;
    }
}
