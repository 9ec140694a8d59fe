package io.goaltree.coach;

import io.goaltree.coach.Picture.CompanionRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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
}
