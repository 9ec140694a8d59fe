package io.goaltree.carry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** What was copied from what, and what of it may be copied. */
@ApplicationScoped
class LineageStore {
    record Original(String title, UUID cycleId, boolean isCancelled) {}

    private final StatelessSession session;

    LineageStore(StatelessSession session) {
        this.session = session;
    }

    /** By copy, those of these objectives that are copies. */
    Map<UUID, UUID> originalObjectives(Collection<UUID> objectives) {
        return pairs(
                "select id, carried_from from objective where id = any(:ids) and carried_from is not null", objectives);
    }

    /** By copy, those of these key results that are copies. */
    Map<UUID, UUID> originalKeyResults(Collection<UUID> keyResults) {
        return pairs(
                "select id, carried_from from key_result where id = any(:ids) and carried_from is not null",
                keyResults);
    }

    Map<UUID, Original> originals(Collection<UUID> objectives) {
        Map<UUID, Original> originals = new HashMap<>();
        session.createNativeQuery(
                        "select id, title, cycle_id, state = 'CANCELLED' from objective where id = any(:ids)",
                        Object[].class)
                .setParameter("ids", objectives.toArray(UUID[]::new))
                .getResultList()
                .forEach(row ->
                        originals.put((UUID) row[0], new Original((String) row[1], (UUID) row[2], (Boolean) row[3])));
        return originals;
    }

    /** By original, the copies that are in a cycle already and not cancelled: one at most of each. */
    Map<UUID, UUID> liveCopies(Collection<UUID> originals, UUID cycle) {
        Map<UUID, UUID> copies = new HashMap<>();
        session.createNativeQuery("""
                        select carried_from, id from objective
                        where carried_from = any(:originals) and cycle_id = :cycle and state <> 'CANCELLED'
                        """, Object[].class)
                .setParameter("originals", originals.toArray(UUID[]::new))
                .setParameter("cycle", cycle)
                .getResultList()
                .forEach(row -> copies.put((UUID) row[0], (UUID) row[1]));
        return copies;
    }

    /**
     * The objectives that would come to stand above themselves if their copies were aligned as the originals are: only
     * copies that were there before, and were aligned in another way meanwhile, can get in the way.
     */
    Set<UUID> originalsInLoops(Copies copies) {
        return Set.copyOf(session.createNativeQuery("""
                        with recursive copy(original, id) as (
                            select * from unnest(cast(:originals as uuid[]), cast(:copies as uuid[]))
                        ), stands(child_id, parent_id) as (
                            select a.child_id, coalesce(a.parent_objective_id, k.objective_id)
                            from alignment a left join key_result k on k.id = a.parent_key_result_id
                        ), wanted(child_id, parent_id) as (
                            select child.id, parent.id from stands s
                            join copy child on child.original = s.child_id
                            join copy parent on parent.original = s.parent_id
                        ), step(child_id, parent_id) as (
                            select * from stands union select * from wanted
                        ), up(origin, id) as (
                            select child_id, parent_id from wanted
                            union
                            select up.origin, s.parent_id from up join step s on s.child_id = up.id
                        )
                        select copy.original from up join copy on copy.id = up.id where up.origin = up.id
                        """, UUID.class)
                .setParameter("originals", copies.originals())
                .setParameter("copies", copies.copies())
                .getResultList());
    }

    private Map<UUID, UUID> pairs(String query, Collection<UUID> ids) {
        Map<UUID, UUID> pairs = new HashMap<>();
        session.createNativeQuery(query, Object[].class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList()
                .forEach(row -> pairs.put((UUID) row[0], (UUID) row[1]));
        return pairs;
    }
}
