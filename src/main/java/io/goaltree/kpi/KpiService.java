package io.goaltree.kpi;

import static io.goaltree.shared.UserErrorCode.DUPLICATE_KEY;
import static io.goaltree.shared.UserErrorCode.INVALID_VALUE;
import static io.goaltree.shared.UserErrorCode.WRONG_STATE;

import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.edge.Versions;
import io.goaltree.shared.Check;
import io.goaltree.shared.Outcome;
import io.goaltree.team.PersonService;
import io.goaltree.team.TeamService;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides on KPIs. */
@ApplicationScoped
public class KpiService {
    private static final int NAME_LENGTH = 250;
    private static final int TEXT_LENGTH = 4_000;

    private final KpiStore kpis;
    private final KpiAnswers answers;
    private final KeptBehaviours behaviours;
    private final LiveKpis live;
    private final TeamService teams;
    private final PersonService people;
    private final Now now;

    KpiService(
            KpiStore kpis,
            KpiAnswers answers,
            KeptBehaviours behaviours,
            LiveKpis live,
            TeamService teams,
            PersonService people,
            Now now) {
        this.kpis = kpis;
        this.answers = answers;
        this.behaviours = behaviours;
        this.live = live;
        this.teams = teams;
        this.people = people;
        this.now = now;
    }

    @Transactional
    public Outcome<Kpi> create(KpiCreateInput input) {
        Check check = Check.of("input");
        KpiEntity kpi = new KpiEntity();
        kpi.key = check.key("key", input.key);
        kpi.name = check.text("name", input.name, NAME_LENGTH);
        kpi.description = check.optionalText("description", input.description, TEXT_LENGTH);
        kpi.cadence = input.cadence;
        kpi.zone = zone(check, input.zone);
        kpi.teamId = teams.reference(check, "team", input.team).orElse(null);
        kpi.ownerId = people.reference(check, "owner", input.owner).orElse(null);
        kpi.influencedBy = check.optionalText("influencedBy", input.influencedBy, TEXT_LENGTH);
        kpi.reflects = check.optionalText("reflects", input.reflects, TEXT_LENGTH);
        kpi.whenItMoves = check.optionalText("whenItMoves", input.whenItMoves, TEXT_LENGTH);
        kpi.createdAt = now.instant();
        kpi.updatedAt = kpi.createdAt;
        KpiDefinitionEntity definition = FirstDefinition.read(check, input);
        Set<UUID> companions = companions(check, input.companions, kpi);
        if (kpis.byKeyOrId(kpi.key).isPresent()) {
            check.refuse(DUPLICATE_KEY, "Kpi key '" + kpi.key + "' is taken already", "key");
        }
        if (check.failed()) {
            return Outcome.refused(check.problems());
        }
        kpis.persistAndFlush(kpi);
        definition.kpiId = kpi.id;
        definition.recordedAt = kpi.createdAt;
        kpis.addDefinition(definition);
        kpis.flush();
        behaviours.begin(kpi.id);
        pair(kpi, companions, Set.of());
        return Outcome.done(answers.one(kpi.id));
    }

    @Transactional
    public Outcome<Kpi> update(KpiUpdateInput input) {
        Check check = Check.of("input");
        KpiEntity kpi =
                Ids.read(check, "id", Kind.KPI, input.id).map(kpis::findById).orElse(null);
        if (kpi == null) {
            return Outcome.refused(check.failed() ? check.problems() : Ids.absent(check, "id", Kind.KPI, input.id));
        }
        Versions.compare(check, input.expectedVersion, kpi.version);
        String name = input.name == null ? kpi.name : check.text("name", input.name.orElse(null), NAME_LENGTH);
        UUID team = input.team == null
                ? kpi.teamId
                : teams.reference(check, "team", input.team.orElse(null)).orElse(null);
        UUID owner = input.owner == null
                ? kpi.ownerId
                : people.reference(check, "owner", input.owner.orElse(null)).orElse(null);
        String description = text(check, "description", input.description, kpi.description);
        String influencedBy = text(check, "influencedBy", input.influencedBy, kpi.influencedBy);
        String reflects = text(check, "reflects", input.reflects, kpi.reflects);
        String whenItMoves = text(check, "whenItMoves", input.whenItMoves, kpi.whenItMoves);
        Set<UUID> before = new HashSet<>(kpis.companions(List.of(kpi.id)).getOrDefault(kpi.id, List.of()));
        Set<UUID> companions = input.areCompanionsGiven() ? companions(check, input.getCompanions(), kpi) : before;
        if (check.failed()) {
            return Versions.refused(check, () -> answers.one(kpi.id));
        }
        kpi.name = name;
        kpi.teamId = team;
        kpi.ownerId = owner;
        kpi.description = description;
        kpi.influencedBy = influencedBy;
        kpi.reflects = reflects;
        kpi.whenItMoves = whenItMoves;
        kpi.updatedAt = now.instant();
        pair(kpi, companions, before);
        kpis.flush();
        return Outcome.done(answers.one(kpi.id));
    }

    @Transactional
    public Outcome<Kpi> archive(KpiArchiveInput input) {
        Check check = Check.of("input");
        UUID id = kpis.byKeyOrId(input.kpi).map(kpi -> kpi.id).orElse(null);
        String reason = check.optionalText("reason", input.reason, TEXT_LENGTH);
        // Waits for who is recording values: what they were told was recorded came before the end.
        KpiEntity kpi = id == null ? null : kpis.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (kpi == null) {
            Ids.notFound(check, "kpi", Kind.KPI, input.kpi);
        } else if (kpi.archivedAt != null) {
            check.refuse(WRONG_STATE, "Kpi '" + kpi.key + "' is archived already, since " + kpi.archivedAt, "kpi");
        }
        if (kpi == null || check.failed()) {
            return Outcome.refused(check.problems());
        }
        kpi.archivedAt = now.instant();
        kpi.archivedReason = reason;
        kpi.updatedAt = kpi.archivedAt;
        kpis.flush();
        return Outcome.done(answers.one(kpi.id));
    }

    /**
     * A KPI that an input names and that still takes values and reviews; reports why it does not. Part of the caller's
     * transaction, at whose end those who record values go on.
     */
    public Optional<Kpi> requireLive(Check check, String field, String keyOrId) {
        return live.hold(check, field, keyOrId).map(kpi -> answers.one(kpi.id));
    }

    /** Makes the pairs what they shall be; whoever is paired or unpaired has changed, too. */
    private void pair(KpiEntity kpi, Set<UUID> companions, Set<UUID> before) {
        Set<UUID> added = new HashSet<>(companions);
        added.removeAll(before);
        Set<UUID> removed = new HashSet<>(before);
        removed.removeAll(companions);
        Set<UUID> changed = new HashSet<>(added);
        changed.addAll(removed);
        if (changed.isEmpty()) {
            return;
        }
        Set<UUID> locked = new HashSet<>(changed);
        locked.add(kpi.id);
        kpis.lock(locked);
        kpis.pair(kpi.id, added);
        kpis.unpair(kpi.id, removed);
        kpis.touch(changed, now.instant());
    }

    private Set<UUID> companions(Check check, @Nullable List<String> given, KpiEntity self) {
        List<String> references = given == null ? List.of() : given;
        Map<String, KpiEntity> known = kpis.referenced(references);
        Set<UUID> companions = new HashSet<>();
        for (int i = 0; i < references.size(); i++) {
            String reference = references.get(i);
            KpiEntity other = known.get(reference);
            Check item = check.inside("companions");
            if (reference.equals(self.key) || (other != null && other.id.equals(self.id))) {
                item.refuse(
                        INVALID_VALUE,
                        "Kpi '" + Check.shortened(reference) + "' cannot be its own companion",
                        String.valueOf(i));
            } else if (other == null) {
                Ids.notFound(item, String.valueOf(i), Kind.KPI, reference);
            } else {
                companions.add(other.id);
            }
        }
        return companions;
    }

    private String zone(Check check, @Nullable String given) {
        if (given == null) {
            return now.zone().getId();
        }
        if (!ZoneId.getAvailableZoneIds().contains(given)) {
            check.refuse(
                    INVALID_VALUE,
                    "Zone is '" + Check.shortened(given)
                            + "'; it must be a name of the IANA time zone database such as 'Europe/Berlin' or 'UTC'",
                    "zone");
        }
        return given;
    }

    private static @Nullable String text(
            Check check, String field, @Nullable Optional<String> given, @Nullable String before) {
        return given == null ? before : check.optionalText(field, given.orElse(null), TEXT_LENGTH);
    }
}
