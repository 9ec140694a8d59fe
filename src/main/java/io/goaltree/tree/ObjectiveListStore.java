package io.goaltree.tree;

import io.goaltree.edge.PageRequest;
import io.goaltree.edge.Position;
import io.goaltree.edge.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/** Finds objectives by what they say of themselves. */
@ApplicationScoped
class ObjectiveListStore {
    private final Session session;

    ObjectiveListStore(Session session) {
        this.session = session;
    }

    /** Conditions on an objective {@code o}, each beginning with {@code and}, and their parameters. */
    record Criteria(StringBuilder sql, Map<String, Object> parameters) {
        Criteria() {
            this(new StringBuilder(), new LinkedHashMap<>());
        }

        void add(String condition, String name, Object value) {
            sql.append(" and ").append(condition);
            parameters.put(name, value);
        }
    }

    List<UUID> cycles(Criteria criteria) {
        var query = session.createNativeQuery(
                "select distinct o.cycle_id from objective o where true" + criteria.sql(), UUID.class);
        criteria.parameters().forEach(query::setParameter);
        return query.getResultList();
    }

    /** A page of places: the sort value as text, and the id. */
    List<Position> page(Criteria criteria, Sort sort, PageRequest page) {
        var query = session.createNativeQuery(
                "select cast(" + sort.column() + " as text), o.id from objective o where true" + criteria.sql()
                        + sort.after(page) + sort.orderAndLimit(page),
                Object[].class);
        criteria.parameters().forEach(query::setParameter);
        sort.parameters(page).forEach(query::setParameter);
        return query.getResultList().stream()
                .map(row -> new Position((String) row[0], (UUID) row[1]))
                .toList();
    }
}
