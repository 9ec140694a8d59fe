package io.goaltree.tree;

import io.goaltree.scoring.Milestones;
import io.goaltree.scoring.Observation;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Reads when what came in for key results: one statement a table, whatever the number of days. */
@ApplicationScoped
class CourseStore {
    private final Session session;
    private final Now now;

    CourseStore(Session session, Now now) {
        this.session = session;
        this.now = now;
    }

    /** A step of a milestone list, and the day it was done. */
    record Step(BigDecimal weight, @Nullable LocalDate doneOn) {
        Milestones.Part at(LocalDate day) {
            return new Milestones.Part(weight, doneOn != null && !doneOn.isAfter(day));
        }
    }

    /**
     * The values of the KPIs that feed key results, each on the last day of its period: from the last one before a day on.
     * A key result whose KPI has none is there without values, one that no KPI feeds is not there.
     */
    Map<UUID, List<Observation>> fed(UUID[] keyResults, LocalDate from) {
        Map<UUID, List<Observation>> fed = new HashMap<>();
        session.createNativeQuery("""
                        select k.id, v.period_end, v.value
                        from key_result k left join kpi_value v on v.kpi_id = k.kpi_id and v.period_start >= coalesce(
                            (select max(w.period_start) from kpi_value w where w.kpi_id = k.kpi_id and w.period_end < :from),
                            v.period_start) and kpi_unit(v.kpi_id, v.period_start) is not distinct from k.unit
                        where k.id = any(:keyResults) and k.kpi_id is not null
                        order by k.id, v.period_start
                        """, Object[].class)
                .addScalar("id", UUID.class)
                .addScalar("period_end", LocalDate.class)
                .addScalar("value", BigDecimal.class)
                .setParameter("keyResults", keyResults)
                .setParameter("from", from)
                .getResultList()
                .forEach(row -> {
                    List<Observation> ofKpi = fed.computeIfAbsent((UUID) row[0], id -> new ArrayList<>());
                    if (row[1] != null) {
                        ofKpi.add(new Observation((LocalDate) row[1], (BigDecimal) row[2]));
                    }
                });
        return fed;
    }

    /** The steps of each of these key results, in order of position. */
    Map<UUID, List<Step>> steps(UUID[] keyResults) {
        Map<UUID, List<Step>> steps = new HashMap<>();
        session.createNativeQuery("""
                        select key_result_id, weight, done_at
                        from milestone where key_result_id = any(:keyResults)
                        order by key_result_id, position
                        """, Object[].class)
                .addScalar("key_result_id", UUID.class)
                .addScalar("weight", BigDecimal.class)
                .addScalar("done_at", Instant.class)
                .setParameter("keyResults", keyResults)
                .getResultList()
                .forEach(row -> steps.computeIfAbsent((UUID) row[0], id -> new ArrayList<>())
                        .add(new Step(
                                (BigDecimal) row[1],
                                row[2] == null ? null : now.dayOf(Objects.requireNonNull((Instant) row[2])))));
        return steps;
    }
}
