package io.goaltree.gate;

import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Whose things are: one statement, however many and of whatever kind. It finds what the caller sees. */
@ApplicationScoped
class ReferenceStore {
    private static final String OWNED = """
            select 'TEAM', t.id, t.key, t.id as team, cast(null as uuid) as owner, cast(null as uuid) as other
            from team t where t.id = any(:TEAM) or t.key = any(:TEAM_keys)
            union all
            select 'PERSON', p.id, null, m.team_id, null, null
            from person p left join team_member m on m.person_id = p.id where p.id = any(:PERSON)
            union all
            select 'CYCLE', c.id, c.key, null, null, null
            from cycle c where c.id = any(:CYCLE) or c.key = any(:CYCLE_keys)
            union all
            select 'OBJECTIVE', o.id, null, o.team_id, o.owner_id, null from objective o where o.id = any(:OBJECTIVE)
            union all
            select 'KEY_RESULT', k.id, null, o.team_id, o.owner_id, k.owner_id
            from key_result k join objective o on o.id = k.objective_id where k.id = any(:KEY_RESULT)
            union all
            select 'KPI_OF_KEY_RESULT', k.id, null, i.team_id, null, null
            from key_result k join kpi i on i.id = k.kpi_id where k.id = any(:KEY_RESULT)
            union all
            select 'MILESTONE', s.id, null, o.team_id, o.owner_id, k.owner_id
            from milestone s join key_result k on k.id = s.key_result_id join objective o on o.id = k.objective_id
            where s.id = any(:MILESTONE)
            union all
            select 'KPI', i.id, i.key, i.team_id, null, null from kpi i where i.id = any(:KPI) or i.key = any(:KPI_keys)
            union all
            select 'KPI_REVIEW', r.id, null, i.team_id, null, null
            from kpi_review r join kpi i on i.id = r.kpi_id where r.id = any(:KPI_REVIEW)
            union all
            select 'API_TOKEN', a.id, null, a.team_id, null, null from api_token a where a.id = any(:API_TOKEN)
            """;

    private static final List<Kind> KINDS = List.of(
            Kind.TEAM,
            Kind.PERSON,
            Kind.CYCLE,
            Kind.OBJECTIVE,
            Kind.KEY_RESULT,
            Kind.MILESTONE,
            Kind.KPI,
            Kind.KPI_REVIEW,
            Kind.API_TOKEN);

    private final StatelessSession reads;

    ReferenceStore(StatelessSession reads) {
        this.reads = reads;
    }

    /** What these ids and keys name. */
    Sighted find(Map<Kind, ? extends Collection<String>> references) {
        Map<Kind, List<UUID>> ids = new EnumMap<>(Kind.class);
        Map<Kind, List<String>> keys = new EnumMap<>(Kind.class);
        references.forEach((kind, all) -> all.forEach(reference -> Ids.parse(kind, reference)
                .ifPresentOrElse(
                        id -> ids.computeIfAbsent(kind, it -> new ArrayList<>()).add(id),
                        () -> keys.computeIfAbsent(kind, it -> new ArrayList<>())
                                .add(reference))));
        var query = reads.createNativeQuery(OWNED, Object[].class);
        KINDS.forEach(kind -> query.setParameter(
                kind.name(), ids.getOrDefault(kind, List.of()).toArray(UUID[]::new)));
        for (Kind kind : List.of(Kind.TEAM, Kind.CYCLE, Kind.KPI)) {
            query.setParameter(
                    kind.name() + "_keys",
                    keys.getOrDefault(kind, List.of()).stream()
                            .filter(key -> Sighted.hasKey(kind, key))
                            .toArray(String[]::new));
        }
        Sighted sighted = new Sighted();
        for (@Nullable Object[] row : query.getResultList()) {
            sighted.add((String) row[0], (UUID) row[1], (String) row[2], (UUID) row[3], (UUID) row[4], (UUID) row[5]);
        }
        return sighted;
    }
}
