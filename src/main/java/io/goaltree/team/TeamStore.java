package io.goaltree.team;

import io.goaltree.edge.PageRequest;
import io.goaltree.edge.Sort;
import io.goaltree.shared.Check;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class TeamStore implements PanacheRepositoryBase<TeamEntity, UUID> {
    static final Sort BY_KEY = Sort.ascending("t.key", "text", "t.id");

    Optional<TeamEntity> byKey(String key) {
        return Check.isKey(key) ? find("key", key).firstResultOptional() : Optional.empty();
    }

    /** The teams and all teams above them: one statement. */
    List<TeamEntity> withAncestors(Collection<UUID> ids) {
        return getSession()
                .createNativeQuery("""
                        with recursive above(id, parent_id) as (
                            select id, parent_id from team where id = any(:ids)
                            union
                            select t.id, t.parent_id from team t join above on t.id = above.parent_id
                        )
                        select t.* from team t join above on t.id = above.id
                        """, TeamEntity.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
    }

    List<TeamEntity> page(PageRequest page) {
        var query = getSession()
                .createNativeQuery(
                        "select t.* from team t where true" + BY_KEY.after(page) + BY_KEY.orderAndLimit(page),
                        TeamEntity.class);
        BY_KEY.parameters(page).forEach(query::setParameter);
        return query.getResultList();
    }

    /** One change of the tree's shape at a time: two that are fine alone may close a loop together. */
    void lockTree() {
        getSession()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtext('team tree'))", Integer.class)
                .getSingleResult();
    }
}
