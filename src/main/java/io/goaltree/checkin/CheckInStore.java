package io.goaltree.checkin;

import io.goaltree.edge.PageRequest;
import io.goaltree.edge.Sort;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@ApplicationScoped
class CheckInStore implements PanacheRepositoryBase<CheckInEntity, UUID> {
    static final Sort NEWEST_FIRST = Sort.descending("c.measured_at", "timestamptz", "c.id");

    List<CheckInEntity> byIds(Collection<UUID> ids) {
        return getSession()
                .createNativeQuery("select c.* from check_in c where c.id = any(:ids)", CheckInEntity.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
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
