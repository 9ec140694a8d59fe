package io.goaltree.kpi;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Graduations, whether what was graduated holds, and what has not graduated yet. */
@ApplicationScoped
class KpiGraduationStore implements PanacheRepositoryBase<KpiGraduationEntity, UUID> {
    /** The latest graduation of each KPI that has one, with the unit of its range. */
    private static final String LATEST = """
            select g.* from unnest(cast(:kpis as uuid[])) kpi cross join lateral (
                select g.kpi_id, g.effective_from, g.lower, g.upper, d.unit
                from kpi_graduation g join kpi_definition d on d.id = g.definition_id
                where g.kpi_id = kpi order by g.recorded_at desc, g.id desc limit 1
            ) g
            """;

    /** A value since that can be compared: what was measured in another unit cannot. */
    private static final String SINCE = "v.kpi_id = g.kpi_id and v.period_start >= g.effective_from"
            + " and kpi_unit(v.kpi_id, v.period_start) is not distinct from g.unit";

    private final StatelessSession reads;

    KpiGraduationStore(StatelessSession reads) {
        this.reads = reads;
    }

    Optional<KpiGraduationEntity> of(UUID keyResult) {
        return find("keyResultId", keyResult).firstResultOptional();
    }

    /** The KPI that graduated from each of these key results that has one. */
    Map<UUID, UUID> into(Collection<UUID> keyResults) {
        return pairs("select key_result_id, kpi_id from kpi_graduation where key_result_id = any(:ids)", keyResults);
    }

    /** The key result that each of these KPIs graduated from last. */
    Map<UUID, UUID> from(Collection<UUID> kpis) {
        return pairs("""
                select distinct on (kpi_id) kpi_id, key_result_id from kpi_graduation where kpi_id = any(:ids)
                order by kpi_id, recorded_at desc, id desc
                """, kpis);
    }

    /** One of the key results in use, in a cycle that is not closed, whose values still are this KPI's; null when there is none. */
    @Nullable
    String fedAndOpen(UUID kpi) {
        return reads.createNativeQuery("""
                        select r.title from key_result r
                        join objective o on o.id = r.objective_id join cycle c on c.id = o.cycle_id
                        where r.kpi_id = :kpi and r.state in ('DRAFT', 'OPEN') and o.state in ('DRAFT', 'OPEN')
                            and c.state <> 'CLOSED'
                            and not exists (select from kpi_graduation g where g.key_result_id = r.id)
                        order by r.created_at, r.id limit 1
                        """, String.class)
                .setParameter("kpi", kpi)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    private Map<UUID, UUID> pairs(String sql, Collection<UUID> ids) {
        Map<UUID, UUID> pairs = new HashMap<>();
        reads.createNativeQuery(sql, Object[].class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList()
                .forEach(row -> {
                    if (row[1] != null) { // a key result that the caller does not see
                        pairs.put((UUID) row[0], (UUID) row[1]);
                    }
                });
        return pairs;
    }

    /**
     * Whether all values since the latest graduation of each of these KPIs lie in the range that was graduated, bounds
     * included; without an entry for one that never graduated or has no value since. Looks at values since only, up to
     * the first that does not; those in another unit cannot be compared and do not count.
     */
    Map<UUID, Boolean> holds(Collection<UUID> kpis) {
        Map<UUID, Boolean> holds = new HashMap<>();
        reads.createNativeQuery("""
                        select g.kpi_id, not exists (
                                select from kpi_value v
                                where %s and (v.value < g.lower or v.value > g.upper)
                            ) as holds
                        from (%s) g
                        where exists (
                            select from kpi_value v
                            where %s)
                        """.formatted(SINCE, LATEST, SINCE), Object[].class)
                .addScalar("kpi_id", UUID.class)
                .addScalar("holds", Boolean.class)
                .setParameter("kpis", kpis.toArray(UUID[]::new))
                .getResultList()
                .forEach(row -> holds.put((UUID) row[0], (Boolean) row[1]));
        return holds;
    }

    /** The same of those that do not hold, with what was left when. */
    Map<UUID, LostLevel> lost(Collection<UUID> kpis) {
        Map<UUID, LostLevel> lost = new HashMap<>();
        reads.createNativeQuery("""
                        select g.kpi_id, g.effective_from, g.lower, g.upper, count(*) as outside,
                            min(v.period_start) as since, (array_agg(v.value order by v.period_start))[1] as value
                        from (%s) g join kpi_value v on %s and (v.value < g.lower or v.value > g.upper)
                        group by g.kpi_id, g.effective_from, g.lower, g.upper
                        """.formatted(LATEST, SINCE), Object[].class)
                .addScalar("kpi_id", UUID.class)
                .addScalar("effective_from", LocalDate.class)
                .addScalar("lower", BigDecimal.class)
                .addScalar("upper", BigDecimal.class)
                .addScalar("outside", Integer.class)
                .addScalar("since", LocalDate.class)
                .addScalar("value", BigDecimal.class)
                .setParameter("kpis", kpis.toArray(UUID[]::new))
                .getResultList()
                .forEach(row -> lost.put(
                        (UUID) row[0],
                        new LostLevel(
                                (LocalDate) row[1],
                                (BigDecimal) row[2],
                                (BigDecimal) row[3],
                                (int) row[4],
                                (LocalDate) row[5],
                                (BigDecimal) row[6])));
        return lost;
    }
}
