package io.goaltree.cycle;

import io.goaltree.cycle.CycleLifeService.Held;
import io.goaltree.edge.PageRequest;
import io.goaltree.edge.Sort;
import io.goaltree.shared.Check;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.QueryFlushMode;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class CycleStore implements PanacheRepositoryBase<CycleEntity, UUID> {
    static final Sort BY_START = Sort.ascending("c.starts_on", "date", "c.id");

    Optional<CycleEntity> byKey(String key) {
        return Check.isKey(key) ? find("key", key).firstResultOptional() : Optional.empty();
    }

    List<CycleEntity> childrenOf(UUID parent) {
        return list("parentId", parent);
    }

    /** The cycles and all cycles around them: one statement. */
    List<CycleEntity> withAncestors(Collection<UUID> ids) {
        return getSession()
                .createNativeQuery("""
                        with recursive above(id, parent_id) as (
                            select id, parent_id from cycle where id = any(:ids)
                            union
                            select c.id, c.parent_id from cycle c join above on c.id = above.parent_id
                        )
                        select c.* from cycle c join above on c.id = above.id
                        """, CycleEntity.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
    }

    /** The innermost active cycle on a day: the shortest, of equally short ones the one that began last. */
    Optional<CycleEntity> activeOn(LocalDate day) {
        return getSession()
                .createNativeQuery("""
                        select c.* from cycle c
                        where c.state = 'ACTIVE' and :day between c.starts_on and c.ends_on
                        order by c.ends_on - c.starts_on, c.starts_on desc, c.key
                        limit 1
                        """, CycleEntity.class)
                .setParameter("day", day)
                .getResultStream()
                .findFirst();
    }

    List<CycleEntity> page(@Nullable CycleState state, PageRequest page) {
        String where = state == null ? "true" : "c.state = :state";
        var query = getSession()
                .createNativeQuery(
                        "select c.* from cycle c where " + where + BY_START.after(page) + BY_START.orderAndLimit(page),
                        CycleEntity.class);
        BY_START.parameters(page).forEach(query::setParameter);
        if (state != null) {
            query.setParameter("state", state.name());
        }
        return query.getResultList();
    }

    /** The cycle as it is now, whatever this session has read before, kept from changing its state: FOR SHARE. */
    Optional<Held> shared(UUID id) {
        return getSession()
                .createNativeQuery("select c.key, c.state from cycle c where c.id = :id for share", Object[].class)
                .setParameter("id", id)
                .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                .getResultStream()
                .findFirst()
                .map(row -> new Held(id, (String) row[0], CycleState.valueOf((String) row[1])));
    }

    /** One change of the tree's shape at a time: two that are fine alone may close a loop together. */
    void lockTree() {
        getSession()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtext('cycle tree'))", Integer.class)
                .getSingleResult();
    }
}
