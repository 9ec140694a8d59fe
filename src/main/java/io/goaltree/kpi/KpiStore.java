package io.goaltree.kpi;

import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.edge.PageRequest;
import io.goaltree.edge.Sort;
import io.goaltree.shared.Check;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * KPIs, their definitions and companions. Reads go past Hibernate's first-level cache: one request may read a KPI, change
 * it in a transaction of its own and read it again, and must then see what it wrote.
 */
@ApplicationScoped
class KpiStore implements PanacheRepositoryBase<KpiEntity, UUID> {
    private final StatelessSession reads;

    KpiStore(StatelessSession reads) {
        this.reads = reads;
    }

    Optional<KpiEntity> byKeyOrId(String keyOrId) {
        return Optional.ofNullable(referenced(List.of(keyOrId), "").get(keyOrId));
    }

    /** What these keys and ids name, by key or id as given: one statement. */
    Map<String, KpiEntity> referenced(Collection<String> keysOrIds) {
        return referenced(keysOrIds, "");
    }

    /**
     * The same, and their rows locked until the end of the transaction, always in the same order. Who records values
     * holds this lock, so that writers of one KPI take turns: each correction sees what it replaces.
     */
    Map<String, KpiEntity> referencedAndLocked(Collection<String> keysOrIds) {
        return referenced(keysOrIds, " order by k.id for no key update");
    }

    private Map<String, KpiEntity> referenced(Collection<String> keysOrIds, String ending) {
        List<String> keys = keysOrIds.stream().filter(Check::isKey).toList();
        Map<String, UUID> ids = new HashMap<>();
        keysOrIds.forEach(given -> Ids.parse(Kind.KPI, given).ifPresent(id -> ids.put(given, id)));
        if (keys.isEmpty() && ids.isEmpty()) {
            return Map.of();
        }
        List<KpiEntity> found = reads.createNativeQuery(
                        "select k.* from kpi k where (k.key = any(:keys) or k.id = any(:ids))" + ending,
                        KpiEntity.class)
                .setParameter("keys", keys.toArray(String[]::new))
                .setParameter("ids", ids.values().toArray(UUID[]::new))
                .getResultList();
        Map<UUID, KpiEntity> byId = new HashMap<>();
        Map<String, KpiEntity> byGiven = new HashMap<>();
        found.forEach(kpi -> {
            byId.put(kpi.id, kpi);
            byGiven.put(kpi.key, kpi);
        });
        ids.forEach((given, id) -> {
            KpiEntity kpi = byId.get(id);
            if (kpi != null) {
                byGiven.put(given, kpi);
            }
        });
        byGiven.keySet().retainAll(keysOrIds);
        return byGiven;
    }

    List<KpiEntity> byIds(Collection<UUID> ids) {
        return reads.createNativeQuery("select k.* from kpi k where k.id = any(:ids)", KpiEntity.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
    }

    KpiDefinitions definitions(Collection<UUID> kpis) {
        return KpiDefinitions.of(reads.createNativeQuery("""
                        select d.* from kpi_definition d where d.kpi_id = any(:kpis) order by d.kpi_id, d.number
                        """, KpiDefinitionEntity.class)
                .setParameter("kpis", kpis.toArray(UUID[]::new))
                .getResultList());
    }

    void addDefinition(KpiDefinitionEntity definition) {
        getSession().persist(definition);
    }

    /** Whether there is one among these of which nothing is kept that holds, so that no row tells its verdict. */
    boolean isAnyBehind(KpiQuery query) {
        var select = reads.createNativeQuery(
                        "select exists (select from kpi k where " + where(query)
                                + " and not exists (select from kpi_behaviour b where b.kpi_id = k.id"
                                + " and b.edition = :edition))",
                        Boolean.class)
                .setParameter("edition", KeptBehaviourStore.EDITION);
        parameters(query).forEach(select::setParameter);
        return select.getSingleResult();
    }

    /** Everything the query asks for, for a filter that only Java can finish. */
    List<KpiEntity> candidates(KpiQuery query) {
        var select = reads.createNativeQuery("select k.* from kpi k where " + where(query), KpiEntity.class);
        parameters(query).forEach(select::setParameter);
        return select.getResultList();
    }

    /** @param among the only KPIs that may be listed, null when all may */
    List<KpiEntity> page(KpiQuery query, @Nullable Collection<UUID> among, Sort sort, PageRequest page) {
        String sql = "select k.* from kpi k where " + where(query) + (among == null ? "" : " and k.id = any(:among)")
                + sort.after(page) + sort.orderAndLimit(page);
        var select = reads.createNativeQuery(sql, KpiEntity.class);
        parameters(query).forEach(select::setParameter);
        sort.parameters(page).forEach(select::setParameter);
        if (among != null) {
            select.setParameter("among", among.toArray(UUID[]::new));
        }
        return select.getResultList();
    }

    private static String where(KpiQuery query) {
        StringBuilder where = new StringBuilder("k.archived_at is ").append(query.archived() ? "not null" : "null");
        append(where, query.team(), " and k.team_id = :team");
        append(where, query.owner(), " and k.owner_id = :owner");
        append(
                where,
                query.verdict(),
                " and :verdict = coalesce((select b.verdict from kpi_behaviour b where b.kpi_id = k.id),"
                        + " 'INSUFFICIENT_DATA')");
        append(where, query.updatedSince(), " and k.updated_at >= :updatedSince");
        append(
                where,
                query.text(),
                " and (k.key ilike :text escape '\\' or k.name ilike :text escape '\\'"
                        + " or k.description ilike :text escape '\\')");
        return where.toString();
    }

    private static void append(StringBuilder where, @Nullable Object wish, String condition) {
        if (wish != null) {
            where.append(condition);
        }
    }

    private static Map<String, Object> parameters(KpiQuery query) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (query.team() != null) {
            parameters.put("team", query.team());
        }
        if (query.owner() != null) {
            parameters.put("owner", query.owner());
        }
        if (query.verdict() != null) {
            parameters.put("verdict", query.verdict().name());
        }
        if (query.updatedSince() != null) {
            parameters.put("updatedSince", query.updatedSince());
        }
        if (query.text() != null) {
            parameters.put("text", "%" + query.text().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        return parameters;
    }

    /** The companions of each of these KPIs, from either side of a pair, by key: one statement. */
    Map<UUID, List<UUID>> companions(Collection<UUID> kpis) {
        Map<UUID, List<UUID>> companions = new HashMap<>();
        reads.createNativeQuery("""
                        select pair.mine, pair.other from (
                            select kpi_id as mine, other_id as other from kpi_companion where kpi_id = any(:kpis)
                            union all
                            select other_id, kpi_id from kpi_companion where other_id = any(:kpis)
                        ) pair join kpi k on k.id = pair.other order by k.key
                        """, Object[].class)
                .setParameter("kpis", kpis.toArray(UUID[]::new))
                .getResultList()
                .forEach(row -> companions
                        .computeIfAbsent((UUID) row[0], kpi -> new ArrayList<>())
                        .add((UUID) row[1]));
        return companions;
    }

    /** Locks KPIs in one order, so that two who change the same pairs wait for each other and never in a circle. */
    void lock(Collection<UUID> kpis) {
        reads.createNativeQuery(
                        "select k.id from kpi k where k.id = any(:kpis) order by k.id for no key update", UUID.class)
                .setParameter("kpis", kpis.toArray(UUID[]::new))
                .getResultList();
    }

    void pair(UUID kpi, Collection<UUID> others) {
        reads.createNativeMutationQuery("""
                        insert into kpi_companion (kpi_id, other_id)
                        select least(:kpi, other), greatest(:kpi, other) from unnest(cast(:others as uuid[])) other
                        on conflict do nothing
                        """)
                .setParameter("kpi", kpi)
                .setParameter("others", others.toArray(UUID[]::new))
                .executeUpdate();
    }

    void unpair(UUID kpi, Collection<UUID> others) {
        reads.createNativeMutationQuery("""
                        delete from kpi_companion
                        where (kpi_id = :kpi and other_id = any(:others)) or (other_id = :kpi and kpi_id = any(:others))
                        """)
                .setParameter("kpi", kpi)
                .setParameter("others", others.toArray(UUID[]::new))
                .executeUpdate();
    }

    /** Marks KPIs as changed whose companions changed from the other side. */
    void touch(Collection<UUID> kpis, Instant at) {
        reads.createNativeMutationQuery("update kpi set version = version + 1, updated_at = :at where id = any(:kpis)")
                .setParameter("at", at)
                .setParameter("kpis", kpis.toArray(UUID[]::new))
                .executeUpdate();
    }
}
