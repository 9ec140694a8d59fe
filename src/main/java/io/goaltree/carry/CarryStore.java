package io.goaltree.carry;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.query.MutationQuery;
import org.jspecify.annotations.Nullable;

/** Copies rows: one statement a table, whatever the size. */
@ApplicationScoped
class CarryStore {
    /** @param target null, as is the baseline, when it is not a way from one to the other */
    record Measured(@Nullable BigDecimal baseline, @Nullable BigDecimal target) {}

    private final StatelessSession session;

    CarryStore(StatelessSession session) {
        this.session = session;
    }

    void copyObjectives(Copies copies, UUID cycle, Instant at) {
        given(copies, """
                insert into objective (id, cycle_id, team_id, owner_id, title, description, ambition, visibility, state, version,
                    created_at, updated_at, carried_from, opened_from, despite_noise)
                select copy.id, :cycle, o.team_id, o.owner_id, o.title, o.description, o.ambition, o.visibility, 'OPEN', 0, :at, :at,
                    o.id, o.opened_from, o.despite_noise
                from copy join objective o on o.id = copy.original
                """).setParameter("cycle", cycle).setParameter("at", at).executeUpdate();
    }

    /** The key results of these objectives that are not cancelled, in their order. */
    Map<UUID, Measured> keyResults(Collection<UUID> objectives) {
        Map<UUID, Measured> keyResults = new LinkedHashMap<>();
        session.createNativeQuery("""
                        select id, baseline, target from key_result
                        where objective_id = any(:objectives) and state <> 'CANCELLED'
                        order by objective_id, position, created_at, id
                        """, Object[].class)
                .setParameter("objectives", objectives.toArray(UUID[]::new))
                .getResultList()
                .forEach(row -> keyResults.put((UUID) row[0], new Measured((BigDecimal) row[1], (BigDecimal) row[2])));
        return keyResults;
    }

    /** The value in force of each of these key results that has one; in a closed cycle the one that was frozen. */
    Map<UUID, BigDecimal> lastValues(Collection<UUID> keyResults) {
        Map<UUID, BigDecimal> values = new HashMap<>();
        session.createNativeQuery("""
                        select * from (
                            select k.id, case
                                when f.id is not null then f.current_value
                                when k.kpi_id is not null then (
                                    select value from kpi_value
                                    where kpi_id = k.kpi_id and kpi_unit(kpi_id, period_start) is not distinct from k.unit
                                    order by period_start desc limit 1)
                                else (
                                    select value from check_in where key_result_id = k.id and value is not null
                                    order by measured_at desc, recorded_at desc, id desc limit 1)
                                end as value
                            from key_result k left join frozen_standing f on f.id = k.id
                            where k.id = any(:keyResults)
                        ) found where value is not null
                        """, Object[].class)
                .setParameter("keyResults", keyResults.toArray(UUID[]::new))
                .getResultList()
                .forEach(row -> values.put((UUID) row[0], (BigDecimal) row[1]));
        return values;
    }

    /** The copies stand without gaps where cancelled ones were left out: a new key result gets the next number. */
    void copyKeyResults(Copies copies, List<@Nullable BigDecimal> baselines, Copies objectives, Instant at) {
        session.createNativeMutationQuery("""
                        insert into key_result (id, objective_id, owner_id, position, title, unit, weight, state, measure,
                            baseline, target, lower, upper, cadence, kpi_id, version, created_at, updated_at, carried_from)
                        select copy.id, o.id, k.owner_id,
                            row_number() over (partition by o.id order by k.position, k.created_at, k.id) - 1,
                            k.title, k.unit, k.weight, 'OPEN', k.measure, copy.baseline, k.target, k.lower, k.upper,
                            k.cadence, k.kpi_id, 0, :at, :at, k.id
                        from unnest(cast(:originals as uuid[]), cast(:copies as uuid[]), cast(:baselines as numeric[]))
                            as copy(original, id, baseline)
                        join key_result k on k.id = copy.original
                        join unnest(cast(:parents as uuid[]), cast(:parentCopies as uuid[])) as o(original, id)
                            on o.original = k.objective_id
                        """)
                .setParameter("originals", copies.originals())
                .setParameter("copies", copies.copies())
                .setParameter("baselines", baselines.toArray(BigDecimal[]::new))
                .setParameter("parents", objectives.originals())
                .setParameter("parentCopies", objectives.copies())
                .setParameter("at", at)
                .executeUpdate();
    }

    void copyMilestones(Copies keyResults) {
        given(keyResults, """
                insert into milestone (id, key_result_id, position, title, weight, done_at)
                select gen_random_uuid(), copy.id, m.position, m.title, m.weight, m.done_at
                from copy join milestone m on m.key_result_id = copy.original
                """).executeUpdate();
    }

    void copyGuardrails(Copies objectives, Instant at) {
        given(objectives, """
                insert into guardrail (id, objective_id, kpi_id, created_at)
                select gen_random_uuid(), copy.id, g.kpi_id, :at
                from copy join guardrail g on g.objective_id = copy.original
                """).setParameter("at", at).executeUpdate();
    }

    /**
     * The alignments of these objectives to each other or to key results of each other, in the order they were made.
     *
     * @param copied those of which at least one end must be
     */
    List<UUID> alignmentsWithin(Collection<UUID> objectives, Collection<UUID> copied) {
        return session.createNativeQuery("""
                        select a.id from alignment a left join key_result k on k.id = a.parent_key_result_id
                        where a.child_id = any(:objectives)
                            and coalesce(a.parent_objective_id, k.objective_id) = any(:objectives)
                            and (a.child_id = any(:copied)
                                or coalesce(a.parent_objective_id, k.objective_id) = any(:copied))
                        order by a.created_at, a.id
                        """, UUID.class)
                .setParameter("objectives", objectives.toArray(UUID[]::new))
                .setParameter("copied", copied.toArray(UUID[]::new))
                .getResultList();
    }

    /** Aligns the copies as their originals are, where they are not already; a key result without a live copy has none. */
    void copyAlignments(Copies alignments, Copies objectives, Instant at) {
        session.createNativeMutationQuery("""
                        with copy(original, id) as (
                            select * from unnest(cast(:parents as uuid[]), cast(:parentCopies as uuid[]))
                        )
                        insert into alignment (id, child_id, parent_objective_id, parent_key_result_id, weight, created_at)
                        select given.id, child.id, parent.id, measured.id, a.weight, :at
                        from unnest(cast(:originals as uuid[]), cast(:copies as uuid[])) as given(original, id)
                        join alignment a on a.id = given.original
                        join copy child on child.original = a.child_id
                        left join copy parent on parent.original = a.parent_objective_id
                        left join key_result k on k.id = a.parent_key_result_id
                        left join copy owner on owner.original = k.objective_id
                        left join key_result measured on measured.carried_from = k.id
                            and measured.objective_id = owner.id and measured.state <> 'CANCELLED'
                        where num_nonnulls(parent.id, measured.id) = 1
                        on conflict do nothing
                        """)
                .setParameter("originals", alignments.originals())
                .setParameter("copies", alignments.copies())
                .setParameter("parents", objectives.originals())
                .setParameter("parentCopies", objectives.copies())
                .setParameter("at", at)
                .executeUpdate();
    }

    private MutationQuery given(Copies copies, String insert) {
        return session.createNativeMutationQuery("""
                        with copy(original, id) as (
                            select * from unnest(cast(:originals as uuid[]), cast(:copies as uuid[]))
                        )
                        """ + insert)
                .setParameter("originals", copies.originals())
                .setParameter("copies", copies.copies());
    }
}
