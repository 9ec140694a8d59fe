package io.goaltree.kpi;

import io.goaltree.behaviour.Verdict;
import io.goaltree.edge.Batch;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.edge.NodeSource;
import io.goaltree.edge.Page;
import io.goaltree.edge.PageRequest;
import io.goaltree.edge.Position;
import io.goaltree.scoring.Health;
import io.goaltree.scoring.KpiHealth;
import io.goaltree.shared.Check;
import io.goaltree.team.Person;
import io.goaltree.team.PersonService;
import io.goaltree.team.Team;
import io.goaltree.team.TeamService;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads KPIs: however many are asked for, a fixed number of statements. */
@ApplicationScoped
public class KpiAnswers implements NodeSource {
    /** Under this a {@link Batch} keeps the answers of its own KPIs. */
    private static final String THEMSELVES = "kpis";

    private static final String COMPANIONS = "companions";

    private final KpiStore kpis;
    private final KpiValueStore values;
    private final TeamService teams;
    private final PersonService people;
    private final Now now;
    private final KpiGrace grace;
    private final KeptBehaviours behaviours;

    KpiAnswers(
            KpiStore kpis,
            KpiValueStore values,
            TeamService teams,
            PersonService people,
            Now now,
            KpiGrace grace,
            KeptBehaviours behaviours) {
        this.kpis = kpis;
        this.values = values;
        this.teams = teams;
        this.people = people;
        this.now = now;
        this.grace = grace;
        this.behaviours = behaviours;
    }

    @Override
    public Kind kind() {
        return Kind.KPI;
    }

    /** The KPI behind a key or id. */
    public Optional<Kpi> find(String keyOrId) {
        return kpis.byKeyOrId(keyOrId).map(kpi -> answers(List.of(kpi)).get(kpi.id));
    }

    /** The rows behind keys or ids, by what was given; what names nothing is left out. */
    public Map<String, UUID> ids(Collection<String> keysOrIds) {
        Map<String, UUID> ids = new HashMap<>();
        kpis.referenced(keysOrIds).forEach((given, kpi) -> ids.put(given, kpi.id));
        return ids;
    }

    public Kpi one(UUID id) {
        return Objects.requireNonNull(nodesById(List.of(id)).get(id));
    }

    @Override
    public Map<UUID, Kpi> nodesById(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : answers(kpis.byIds(ids));
    }

    /** The filter with its references resolved, or empty when it names nothing that can be there. */
    public Optional<KpiQuery> query(@Nullable KpiFilter filter) {
        if (filter == null) {
            return Optional.of(new KpiQuery(null, null, null, null, null, null, false, null));
        }
        UUID team = filter.team == null ? null : teams.find(filter.team).orElse(null);
        UUID owner = Ids.parse(Kind.PERSON, filter.owner).orElse(null);
        if ((team == null) != (filter.team == null) || (owner == null) != (filter.owner == null)) {
            return Optional.empty();
        }
        if (filter.text != null && !Check.isStorable(filter.text)) {
            return Optional.empty();
        }
        String text = filter.text == null || filter.text.isEmpty() ? null : filter.text;
        boolean archived = Boolean.TRUE.equals(filter.archived);
        return Optional.of(new KpiQuery(
                team, owner, filter.health, filter.stale, filter.verdict, text, archived, filter.updatedSince));
    }

    Page<Kpi> page(KpiQuery query, KpiOrder order, PageRequest request) {
        boolean isComputed = query.verdict() != null && kpis.isAnyBehind(query.ofAnyVerdict());
        KpiQuery ofRows = isComputed ? query.ofAnyVerdict() : query;
        List<UUID> among =
                isComputed || query.needsGauge() ? matching(ofRows, isComputed ? query.verdict() : null) : null;
        List<KpiEntity> found = kpis.page(ofRows, among, order.sort(), request);
        Map<UUID, Kpi> answers = found.isEmpty() ? Map.of() : answers(found);
        return Page.cut(request, found).map(kpi -> answers.get(kpi.id));
    }

    static Position position(Kpi kpi, KpiOrder order) {
        return new Position(order.place(kpi), Ids.uuid(Kind.KPI, kpi.id()));
    }

    List<Kpi> companions(Kpi kpi) {
        Map<UUID, List<Kpi>> all = kpi.batch().once(COMPANIONS, this::companions);
        return all.getOrDefault(Ids.uuid(Kind.KPI, kpi.id()), List.of());
    }

    /** One of the KPIs of a batch; loaded for all of them. */
    public Kpi oneOf(Batch batch, UUID id) {
        Map<UUID, Kpi> all = batch.once(THEMSELVES, this::nodesById);
        return Objects.requireNonNull(all.get(id));
    }

    private Map<UUID, List<Kpi>> companions(Set<UUID> ids) {
        Map<UUID, List<UUID>> pairs = kpis.companions(ids);
        Map<UUID, Kpi> answers =
                nodesById(pairs.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
        Map<UUID, List<Kpi>> companions = new HashMap<>();
        pairs.forEach((kpi, others) ->
                companions.put(kpi, others.stream().map(answers::get).toList()));
        return companions;
    }

    /** The KPIs whose computed state is the one asked for; computed by the same formula that answers it. */
    private List<UUID> matching(KpiQuery query, @Nullable Verdict verdict) {
        List<KpiEntity> candidates = kpis.candidates(query);
        Gauges gauges = gauges(candidates);
        Map<UUID, KeptVerdict> verdicts = verdict == null
                ? Map.of()
                : behaviours.verdicts(candidates.stream().map(kpi -> kpi.id).toList());
        return candidates.stream()
                .filter(kpi -> verdict == null
                        || verdict
                                == Objects.requireNonNull(verdicts.get(kpi.id)).verdict())
                .filter(kpi -> query.health() == null || query.health() == gauges.health(kpi))
                .filter(kpi -> query.stale() == null || query.stale() == gauges.isStale(kpi))
                .map(kpi -> kpi.id)
                .toList();
    }

    private Gauges gauges(List<KpiEntity> found) {
        List<UUID> ids = found.stream().map(kpi -> kpi.id).toList();
        return new Gauges(kpis.definitions(ids), values.newest(ids), now.instant(), grace.days());
    }

    private Map<UUID, Kpi> answers(List<KpiEntity> found) {
        Gauges gauges = gauges(found);
        Map<UUID, Team> teamsById = teams.nodesById(references(found, kpi -> kpi.teamId));
        Map<UUID, Person> peopleById = people.nodesById(references(found, kpi -> kpi.ownerId));
        Batch batch = new Batch(found.stream().map(kpi -> kpi.id).toList());
        Batch newest = new Batch(
                gauges.newest().values().stream().map(value -> value.id).toList());
        Map<UUID, Kpi> answers = new HashMap<>();
        for (KpiEntity kpi : found) {
            KpiValueEntity latest = gauges.newest().get(kpi.id);
            KpiDefinitionEntity definition = gauges.current(kpi);
            answers.put(
                    kpi.id,
                    new Kpi(
                            Ids.of(Kind.KPI, kpi.id),
                            kpi.key,
                            kpi.name,
                            kpi.description,
                            definition.unit,
                            definition.formula,
                            definition.source,
                            definition.direction,
                            kpi.cadence,
                            kpi.zone,
                            kpi.teamId == null ? null : teamsById.get(kpi.teamId),
                            kpi.ownerId == null ? null : peopleById.get(kpi.ownerId),
                            HealthyRange.of(definition),
                            gauges.health(kpi),
                            gauges.isStale(kpi),
                            latest == null ? null : KpiValue.of(latest, newest, batch),
                            kpi.influencedBy,
                            kpi.reflects,
                            kpi.whenItMoves,
                            kpi.archivedAt,
                            kpi.updatedAt,
                            kpi.version,
                            batch));
        }
        batch.know(THEMSELVES, answers);
        return answers;
    }

    private static Set<UUID> references(List<KpiEntity> found, Function<KpiEntity, @Nullable UUID> reference) {
        return found.stream().map(reference).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** What is needed to judge KPIs that were loaded together. */
    private record Gauges(KpiDefinitions definitions, Map<UUID, KpiValueEntity> newest, Instant at, int graceDays) {

        /** The definition in force for the period it is now. */
        KpiDefinitionEntity current(KpiEntity kpi) {
            return definitions.inForce(
                    kpi.id, kpi.cadence.periodContaining(kpi.dayOf(at)).from());
        }

        KpiHealth health(KpiEntity kpi) {
            KpiValueEntity value = newest.get(kpi.id);
            return value == null
                    ? Health.of(null, null)
                    : Health.of(
                            value.value,
                            definitions.inForce(kpi.id, value.periodStart).limits());
        }

        boolean isStale(KpiEntity kpi) {
            KpiValueEntity value = newest.get(kpi.id);
            return Health.isStale(value == null ? null : value.period(), kpi.cadence, graceDays, kpi.dayOf(at));
        }
    }
}
