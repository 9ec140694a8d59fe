package io.goaltree.kpi;

import io.goaltree.behaviour.SegmentStart;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** Where segments start because somebody said so: re-bases and graduations. */
@ApplicationScoped
class SegmentStartStore implements PanacheRepositoryBase<KpiRebaseEntity, UUID> {
    private final StatelessSession reads;

    SegmentStartStore(StatelessSession reads) {
        this.reads = reads;
    }

    /** The re-base of a KPI on a day. */
    Optional<KpiRebaseEntity> rebase(UUID kpi, LocalDate day) {
        return find("kpiId = ?1 and startsOn = ?2", kpi, day).firstResultOptional();
    }

    /** The starts of each of these KPIs; of those on one day a graduation comes after a re-base: one statement. */
    Map<UUID, List<SegmentStart>> of(Collection<UUID> kpis) {
        Map<UUID, List<SegmentStart>> starts = new HashMap<>();
        reads.createNativeQuery("""
                        select kpi_id, day, reason from (
                            select kpi_id, starts_on as day, reason, 1 as place, recorded_at, id
                            from kpi_rebase where kpi_id = any(:kpis)
                            union all
                            select g.kpi_id, g.effective_from, coalesce(d.reason, 'Graduated'), 2, g.recorded_at, g.id
                            from kpi_graduation g join kpi_definition d on d.id = g.definition_id
                            where g.kpi_id = any(:kpis)
                        ) said order by place, recorded_at, id
                        """, Object[].class)
                .addScalar("kpi_id", UUID.class)
                .addScalar("day", LocalDate.class)
                .addScalar("reason", String.class)
                .setParameter("kpis", kpis.toArray(UUID[]::new))
                .getResultList()
                .forEach(row -> starts.computeIfAbsent((UUID) row[0], kpi -> new ArrayList<>())
                        .add(new SegmentStart((LocalDate) row[1], (String) row[2])));
        return starts;
    }
}
