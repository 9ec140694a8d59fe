package io.goaltree.guardrail;

import io.goaltree.scoring.Guard;
import io.goaltree.scoring.GuardrailState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class GuardrailStore {
    /** @param frozen how it stood when the cycle was closed; null while the cycle is not */
    record GuardrailRow(
            UUID objectiveId, UUID kpiId, @Nullable Guard frozen) {}

    private final StatelessSession session;

    GuardrailStore(StatelessSession session) {
        this.session = session;
    }

    /** The guardrails of these objectives, by the key of the KPI. */
    List<GuardrailRow> of(Collection<UUID> objectives) {
        return session
                .createNativeQuery("""
                        select g.objective_id, g.kpi_id, g.frozen_state, g.frozen_since
                        from guardrail g join kpi k on k.id = g.kpi_id
                        where g.objective_id = any(:objectives)
                        order by k.key
                        """, Object[].class)
                .addScalar("objective_id", UUID.class)
                .addScalar("kpi_id", UUID.class)
                .addScalar("frozen_state", String.class)
                .addScalar("frozen_since", LocalDate.class)
                .setParameter("objectives", objectives.toArray(UUID[]::new))
                .getResultList()
                .stream()
                .map(row -> new GuardrailRow((UUID) row[0], (UUID) row[1], frozen((String) row[2], (LocalDate) row[3])))
                .toList();
    }

    private static @Nullable Guard frozen(@Nullable String state, @Nullable LocalDate since) {
        return state == null ? null : new Guard(GuardrailState.valueOf(state), since);
    }

    /** The objectives that each of these KPIs guards, the oldest first. */
    Map<UUID, List<UUID>> guardedBy(Collection<UUID> kpis) {
        Map<UUID, List<UUID>> guarded = new HashMap<>();
        session.createNativeQuery("""
                        select g.kpi_id, g.objective_id
                        from guardrail g join objective o on o.id = g.objective_id
                        where g.kpi_id = any(:kpis)
                        order by o.created_at, o.id
                        """, Object[].class)
                .setParameter("kpis", kpis.toArray(UUID[]::new))
                .getResultList()
                .forEach(row -> guarded.computeIfAbsent((UUID) row[0], kpi -> new ArrayList<>())
                        .add((UUID) row[1]));
        return guarded;
    }

    /** Whoever adds guardrails to one objective takes turns, so that their number is what was counted. */
    void lock(UUID objective) {
        session.createNativeQuery("select id from objective where id = :objective for no key update", UUID.class)
                .setParameter("objective", objective)
                .getResultList();
    }

    void add(UUID objective, UUID kpi, Instant at) {
        session.createNativeMutationQuery("""
                        insert into guardrail (id, objective_id, kpi_id, created_at)
                        values (:id, :objective, :kpi, :at) on conflict do nothing
                        """)
                .setParameter("id", UuidVersion7Strategy.INSTANCE.generateUuid(null))
                .setParameter("objective", objective)
                .setParameter("kpi", kpi)
                .setParameter("at", at)
                .executeUpdate();
    }

    void remove(UUID objective, UUID kpi) {
        session.createNativeMutationQuery("delete from guardrail where objective_id = :objective and kpi_id = :kpi")
                .setParameter("objective", objective)
                .setParameter("kpi", kpi)
                .executeUpdate();
    }

    /** The KPIs that guard any objective of a cycle. */
    List<UUID> guardingIn(UUID cycle) {
        return session.createNativeQuery("""
                        select distinct g.kpi_id from guardrail g join objective o on o.id = g.objective_id
                        where o.cycle_id = :cycle
                        """, UUID.class)
                .setParameter("cycle", cycle)
                .getResultList();
    }

    void freeze(UUID cycle, Map<UUID, Guard> guards) {
        UUID[] kpis = new UUID[guards.size()];
        String[] states = new String[guards.size()];
        @Nullable String[] sinces = new @Nullable String[guards.size()];
        int i = 0;
        for (Map.Entry<UUID, Guard> guard : guards.entrySet()) {
            LocalDate since = guard.getValue().breachedSince();
            kpis[i] = guard.getKey();
            states[i] = guard.getValue().state().name();
            sinces[i++] = since == null ? null : since.toString();
        }
        session.createNativeMutationQuery("""
                        update guardrail g set frozen_state = given.state, frozen_since = given.since
                        from unnest(cast(:kpis as uuid[]), cast(:states as text[]), cast(cast(:sinces as text[]) as date[]))
                            as given(kpi_id, state, since), objective o
                        where g.kpi_id = given.kpi_id and o.id = g.objective_id and o.cycle_id = :cycle
                        """)
                .setParameter("kpis", kpis)
                .setParameter("states", states)
                .setParameter("sinces", sinces)
                .setParameter("cycle", cycle)
                .executeUpdate();
    }

    void thaw(UUID cycle) {
        session.createNativeMutationQuery("""
                        update guardrail g set frozen_state = null, frozen_since = null
                        from objective o where o.id = g.objective_id and o.cycle_id = :cycle
                        """).setParameter("cycle", cycle).executeUpdate();
    }
}
