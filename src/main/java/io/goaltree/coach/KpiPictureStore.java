package io.goaltree.coach;

import io.goaltree.coach.Picture.CompanionRow;
import io.goaltree.coach.Picture.LostLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Reads what findings on KPIs are found in: one statement a question, whatever the size. */
@ApplicationScoped
class KpiPictureStore {
    /** @param latelyDefined how many versions of its definition were recorded lately */
    record Dates(Instant createdAt, @Nullable Instant reviewedAt, int latelyDefined) {}

    private final StatelessSession session;

    KpiPictureStore(StatelessSession session) {
        this.session = session;
    }

    /** By KPI in use, of one team or of all: when it was made and reviewed, and how many versions are younger. */
    Map<UUID, Dates> dates(@Nullable UUID team, Instant after) {
        var query = session.createNativeQuery("""
                        select k.id, k.created_at,
                            (select max(r.recorded_at) from kpi_review r where r.kpi_id = k.id) as reviewed_at,
                            (select count(*) from kpi_definition d where d.kpi_id = k.id and d.recorded_at > :after)
                                as definitions
                        from kpi k where k.archived_at is null""" + (team == null ? "" : " and k.team_id = :team"), Object[].class)
                .addScalar("id", UUID.class)
                .addScalar("created_at", Instant.class)
                .addScalar("reviewed_at", Instant.class)
                .addScalar("definitions", Integer.class)
                .setParameter("after", after);
        if (team != null) {
            query.setParameter("team", team);
        }
        Map<UUID, Dates> dates = new HashMap<>();
        query.getResultList()
                .forEach(row ->
                        dates.put((UUID) row[0], new Dates((Instant) row[1], (Instant) row[2], (Integer) row[3])));
        return dates;
    }

    /** The pairs of companions in use that one of these KPIs belongs to, by their keys. */
    List<CompanionRow> companions(Collection<UUID> kpis) {
        return session
                .createNativeQuery("""
                        select one.id, one.key, other.id as other_id, other.key as other_key
                        from kpi_companion c join kpi one on one.id = c.kpi_id join kpi other on other.id = c.other_id
                        where (c.kpi_id = any(:kpis) or c.other_id = any(:kpis))
                            and one.archived_at is null and other.archived_at is null
                        order by one.key, other.key
                        """, Object[].class)
                .setParameter("kpis", kpis.toArray(UUID[]::new))
                .getResultList()
                .stream()
                .map(row -> new CompanionRow((UUID) row[0], (String) row[1], (UUID) row[2], (String) row[3]))
                .toList();
    }

    /** What became of the level that each of these KPIs graduated to last; nothing for one that keeps to it. */
    Map<UUID, LostLevel> lostLevels(Collection<UUID> kpis) {
        Map<UUID, LostLevel> lost = new HashMap<>();
        session.createNativeQuery("""
                        select g.kpi_id, g.effective_from, g.lower, g.upper, count(*) as outside, min(v.period_start) as since,
                            (array_agg(v.value order by v.period_start))[1] as value
                        from (
                            select distinct on (kpi_id) kpi_id, effective_from, lower, upper
                            from kpi_graduation where kpi_id = any(:kpis)
                            order by kpi_id, recorded_at desc, id desc
                        ) g
                        join kpi_value v on v.kpi_id = g.kpi_id and v.period_start >= g.effective_from
                            and (v.value < g.lower or v.value > g.upper)
                        group by g.kpi_id, g.effective_from, g.lower, g.upper
                        """, Object[].class)
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
                                (Integer) row[4],
                                (LocalDate) row[5],
                                (BigDecimal) row[6])));
        return lost;
    }
}
