package io.goaltree.review;

import io.goaltree.edge.PageRequest;
import io.goaltree.edge.Sort;
import io.goaltree.review.ReviewsDue.Candidate;
import io.goaltree.time.Cadence;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class KpiReviewStore implements PanacheRepositoryBase<KpiReviewEntity, UUID> {
    static final Sort NEWEST_FIRST = Sort.descending("r.recorded_at", "timestamptz", "r.id");

    List<KpiReviewEntity> byIds(Collection<UUID> ids) {
        return getSession()
                .createNativeQuery("select r.* from kpi_review r where r.id = any(:ids)", KpiReviewEntity.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
    }

    Optional<KpiReviewEntity> newest(UUID kpi) {
        return getSession()
                .createNativeQuery("""
                        select r.* from kpi_review r where r.kpi_id = :kpi
                        order by r.recorded_at desc, r.id desc limit 1
                        """, KpiReviewEntity.class)
                .setParameter("kpi", kpi)
                .uniqueResultOptional();
    }

    /** The same page of each of these KPIs: one statement. */
    Map<UUID, List<KpiReviewEntity>> pages(Collection<UUID> kpis, PageRequest page) {
        var query = getSession()
                .createNativeQuery(
                        """
                        select p.* from unnest(cast(:kpis as uuid[])) kpi cross join lateral (
                            select r.* from kpi_review r where r.kpi_id = kpi%s%s
                        ) p
                        order by p.recorded_at desc, p.id desc
                        """.formatted(NEWEST_FIRST.after(page), NEWEST_FIRST.orderAndLimit(page)),
                        KpiReviewEntity.class)
                .setParameter("kpis", kpis.toArray(UUID[]::new));
        NEWEST_FIRST.parameters(page).forEach(query::setParameter);
        Map<UUID, List<KpiReviewEntity>> pages = new HashMap<>();
        query.getResultList()
                .forEach(row -> pages.computeIfAbsent(row.kpiId, kpi -> new ArrayList<>())
                        .add(row));
        return pages;
    }

    /** KPIs in use, each with its latest review recorded before an instant. */
    List<Candidate> candidates(@Nullable UUID team, Instant before) {
        var query = getSession()
                .createNativeQuery("""
                        select k.id, k.key, k.cadence, k.created_at, newest.recorded_at
                        from kpi k
                        left join lateral (
                            select r.recorded_at from kpi_review r where r.kpi_id = k.id and r.recorded_at < :before
                            order by r.recorded_at desc limit 1
                        ) newest on true
                        where k.archived_at is null""" + (team == null ? "" : " and k.team_id = :team"), Object[].class)
                .addScalar("id", UUID.class)
                .addScalar("key", String.class)
                .addScalar("cadence", String.class)
                .addScalar("created_at", Instant.class)
                .addScalar("recorded_at", Instant.class)
                .setParameter("before", before);
        if (team != null) {
            query.setParameter("team", team);
        }
        return query.getResultList().stream()
                .map(row -> new Candidate(
                        (UUID) row[0], (String) row[1], Cadence.valueOf((String) row[2]), (Instant) row[3], (Instant)
                                row[4]))
                .toList();
    }
}
