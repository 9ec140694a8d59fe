package io.goaltree.audit;

import io.goaltree.change.ChangeAction;
import io.goaltree.edge.PageRequest;
import io.goaltree.edge.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Reads what triggers have kept: one statement for a page, whatever the thing. */
@ApplicationScoped
class HistoryStore {
    private static final Sort NEWEST_FIRST = Sort.descending("e.at", "timestamptz", "e.place");

    private final Session session;

    HistoryStore(Session session) {
        this.session = session;
    }

    /**
     * One change of one row.
     *
     * @param place tells changes of one instant apart
     * @param before and after: of each changed column, in the order of the names; null for no value
     */
    record Row(
            Instant at,
            String by,
            String type,
            UUID place,
            @Nullable UUID id,
            ChangeAction action,
            String[] columns,
            @Nullable String[] before,
            @Nullable String[] after) {}

    List<Row> page(List<Trail> trails, UUID id, PageRequest page) {
        String versions = trails.stream().map(HistoryStore::versions).collect(Collectors.joining(" union "));
        var query = session.createNativeQuery(
                        """
                        with version as (%s), row_version as (
                            select v.*, cast(md5(type || coalesce(said ->> 'id', cast(said as text))) as uuid) as place
                            from version v
                        ), step as (
                            select r.*, lag(said) over row as said_before, lag(sys_to) over row as before_to,
                                lead(sys_from) over row as next_from
                            from row_version r window row as (partition by place order by sys_from)
                        ), event as (
                            select sys_from as at, sys_by as by, type, place, said as after,
                                case when before_to = sys_from then said_before end as before
                            from step
                            union all
                            select sys_to, sys_ended_by, type, place, null, said
                            from step where sys_to is not null and sys_to is distinct from next_from
                        ), told as (
                            select e.*, d.columns, d.before_values, d.after_values
                            from event e cross join lateral (
                                select array_agg(name order by name) as columns,
                                    array_agg(e.before ->> name order by name) as before_values,
                                    array_agg(e.after ->> name order by name) as after_values
                                from jsonb_object_keys(coalesce(e.after, e.before)) name
                                where e.before ->> name is distinct from e.after ->> name and name not in
                                    ('id', 'sys_from', 'sys_by', 'version', 'created_at', 'updated_at', 'position',
                                    'definition_id', 'behaviour')
                            ) d
                            where d.columns is not null
                        )
                        select e.at, e.by, e.type, e.place, cast(coalesce(e.after, e.before) ->> 'id' as uuid) as id,
                            case when e.before is null then 'CREATED' when e.after is null then 'REMOVED'
                                else 'UPDATED' end as action,
                            e.columns, e.before_values, e.after_values
                        from told e where true%s%s
                        """.formatted(versions, NEWEST_FIRST.after(page), NEWEST_FIRST.orderAndLimit(page)),
                        Object[].class)
                .addScalar("at", Instant.class)
                .addScalar("by", String.class)
                .addScalar("type", String.class)
                .addScalar("place", UUID.class)
                .addScalar("id", UUID.class)
                .addScalar("action", String.class)
                .addScalar("columns", String[].class)
                .addScalar("before_values", String[].class)
                .addScalar("after_values", String[].class)
                .setParameter("id", id);
        NEWEST_FIRST.parameters(page).forEach(query::setParameter);
        return query.getResultList().stream()
                .map(row -> new Row(
                        (Instant) row[0],
                        (String) row[1],
                        (String) row[2],
                        (UUID) row[3],
                        (UUID) row[4],
                        ChangeAction.valueOf((String) row[5]),
                        (String[]) row[6],
                        (String[]) row[7],
                        (String[]) row[8]))
                .toList();
    }

    /** Everything that the rows of a trail have ever said; what is still said has no end. */
    private static String versions(Trail trail) {
        return """
                select '%1$s' as type, to_jsonb(t) as said, t.sys_from, t.sys_by,
                    cast(null as timestamptz) as sys_to, cast(null as text) as sys_ended_by
                from %2$s t where t.%3$s = :id
                union
                select '%1$s', to_jsonb(h) - array['sys_to', 'sys_ended_by'], h.sys_from, h.sys_by, h.sys_to, h.sys_ended_by
                from %2$s_history h where h.%3$s = :id
                """.formatted(trail.type(), trail.table(), trail.column());
    }
}
