package io.goaltree.checkin;

import io.goaltree.checkin.CheckInsDue.Candidate;
import io.goaltree.edge.PageRequest;
import io.goaltree.edge.Sort;
import io.goaltree.time.Cadence;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class CheckInStore implements PanacheRepositoryBase<CheckInEntity, UUID> {
    static final Sort NEWEST_FIRST = Sort.descending("c.measured_at", "timestamptz", "c.id");

    List<CheckInEntity> byIds(Collection<UUID> ids) {
        return getSession()
                .createNativeQuery("select c.* from check_in c where c.id = any(:ids)", CheckInEntity.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
    }

    /**
     * The key results that are checked in by hand and can be on a day: neither they nor their objective nor its cycle is
     * closed, the cycle is running, and not every milestone is done.
     *
     * @param team only of objectives of this team; null for all
     * @param before only check-ins measured, and milestones done, earlier count
     */
    List<Candidate> candidates(@Nullable UUID team, LocalDate on, Instant before) {
        var query = getSession()
                .createNativeQuery("""
                        select k.id, c.starts_on, k.cadence, greatest(newest.measured_at, steps.done_at) as checked_in_at
                        from key_result k
                        join objective o on o.id = k.objective_id
                        join cycle c on c.id = o.cycle_id
                        left join lateral (
                            select measured_at from check_in where key_result_id = k.id and measured_at < :before
                            order by measured_at desc limit 1
                        ) newest on true
                        left join lateral (
                            select max(done_at) filter (where done_at < :before) as done_at,
                                bool_and(done_at is not null and done_at < :before) as all_done
                            from milestone where key_result_id = k.id
                        ) steps on true
                        where k.kpi_id is null and k.state in ('DRAFT', 'OPEN') and o.state in ('DRAFT', 'OPEN')
                            and c.state in ('ACTIVE', 'CLOSING') and :on between c.starts_on and c.ends_on
                            and steps.all_done is not true
                        """ + (team == null ? "" : " and o.team_id = :team"), Object[].class)
                .addScalar("id", UUID.class)
                .addScalar("starts_on", LocalDate.class)
                .addScalar("cadence", String.class)
                .addScalar("checked_in_at", Instant.class)
                .setParameter("on", on)
                .setParameter("before", before);
        if (team != null) {
            query.setParameter("team", team);
        }
        return query.getResultList().stream()
                .map(row -> new Candidate(
                        (UUID) row[0],
                        (LocalDate) row[1],
                        row[2] == null ? null : Cadence.valueOf((String) row[2]),
                        (Instant) row[3]))
                .toList();
    }

    /** The same page of each of these key results: one statement. */
    Map<UUID, List<CheckInEntity>> pages(Collection<UUID> keyResults, PageRequest page) {
        var query = getSession()
                .createNativeQuery(
                        """
                        select p.* from unnest(:keyResults) as k(id)
                        cross join lateral (
                            select c.* from check_in c where c.key_result_id = k.id%s%s
                        ) p
                        order by p.measured_at %s, p.id %<s
                        """.formatted(
                                        NEWEST_FIRST.after(page),
                                        NEWEST_FIRST.orderAndLimit(page),
                                        page.backward() ? "asc" : "desc"),
                        CheckInEntity.class)
                .setParameter("keyResults", keyResults.toArray(UUID[]::new));
        NEWEST_FIRST.parameters(page).forEach(query::setParameter);
        Map<UUID, List<CheckInEntity>> pages = new HashMap<>();
        for (CheckInEntity row : query.getResultList()) {
            pages.computeIfAbsent(row.keyResultId, id -> new ArrayList<>()).add(row);
        }
        return pages;
    }
}
