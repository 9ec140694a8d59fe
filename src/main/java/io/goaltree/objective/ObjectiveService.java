package io.goaltree.objective;

import static io.goaltree.shared.UserErrorCode.REQUIRED;
import static io.goaltree.shared.UserErrorCode.WRONG_STATE;

import io.goaltree.cycle.CycleService;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides on objectives. */
@ApplicationScoped
public class ObjectiveService {
    public static final int TITLE_LENGTH = 250;
    private static final int DESCRIPTION_LENGTH = 10_000;
    private static final int REASON_LENGTH = 2_000;

    private final ObjectiveStore objectives;
    private final ObjectiveAnswers answers;
    private final CycleService cycles;
    private final TeamService teams;
    private final PersonService people;
    private final Now now;

    ObjectiveService(
            ObjectiveStore objectives,
            ObjectiveAnswers answers,
            CycleService cycles,
            TeamService teams,
            PersonService people,
            Now now) {
        this.objectives = objectives;
        this.answers = answers;
        this.cycles = cycles;
        this.teams = teams;
        this.people = people;
        this.now = now;
    }

    /** Reads what a new objective needs out of an input; empty when it was refused. Part of the caller's transaction. */
    public Optional<NewObjective> read(
            Check check,
            String cycle,
            String title,
            @Nullable String description,
            @Nullable Ambition ambition,
            @Nullable Visibility visibility,
            @Nullable String team,
            @Nullable String owner) {
        Optional<UUID> cycleId = cycles.reference(check, "cycle", cycle);
        cycleId.ifPresent(id -> cycles.requireOpen(check, "cycle", id));
        String cleanTitle = check.text("title", title, TITLE_LENGTH);
        String cleanDescription = check.optionalText("description", description, DESCRIPTION_LENGTH);
        UUID teamId = teams.reference(check, "team", team).orElse(null);
        UUID ownerId = people.reference(check, "owner", owner).orElse(null);
        Visibility seen = visibility == null ? Visibility.PUBLIC : visibility;
        requireTeam(check, seen, team != null);
        Ambition meant = ambition == null ? Ambition.ASPIRATIONAL : ambition;
        return cycleId.map(
                id -> new NewObjective(id, cleanTitle, cleanDescription, meant, seen, teamId, ownerId, null, null));
    }

    /** Writes a new objective. Part of the caller's transaction. */
    public UUID insert(NewObjective objective) {
        ObjectiveEntity row = new ObjectiveEntity();
        row.cycleId = objective.cycleId();
        row.title = objective.title();
        row.description = objective.description();
        row.ambition = objective.ambition();
        row.visibility = objective.visibility();
        row.teamId = objective.teamId();
        row.ownerId = objective.ownerId();
        row.openedFrom = objective.openedFrom();
        row.despiteNoise = objective.despiteNoise();
        row.state = ObjectiveState.OPEN;
        row.createdAt = now.instant();
        row.updatedAt = row.createdAt;
        objectives.persistAndFlush(row);
        return row.id;
    }

    @Transactional
    public Outcome<Objective> update(ObjectiveUpdateInput input) {
        Check check = Check.of("input");
        ObjectiveEntity row = writable(check, "id", input.id).orElse(null);
        if (row == null) {
            return Outcome.refused(check.problems());
        }
        Versions.compare(check, input.expectedVersion, row.version);
        String title = input.title == null ? row.title : check.text("title", input.title.orElse(null), TITLE_LENGTH);
        String description = input.description == null
                ? row.description
                : check.optionalText("description", input.description.orElse(null), DESCRIPTION_LENGTH);
        Ambition ambition = input.ambition == null ? row.ambition : ambition(check, input.ambition);
        Visibility visibility = input.visibility == null ? row.visibility : visibility(check, input.visibility);
        UUID team = input.team == null
                ? row.teamId
                : teams.reference(check, "team", input.team.orElse(null)).orElse(null);
        UUID owner = input.owner == null
                ? row.ownerId
                : people.reference(check, "owner", input.owner.orElse(null)).orElse(null);
        requireTeam(check, visibility, input.team == null ? row.teamId != null : input.team.isPresent());
        if (check.failed()) {
            return Versions.refused(check, () -> answers.one(row.id));
        }
        row.title = title;
        row.description = description;
        row.ambition = ambition;
        row.visibility = visibility;
        row.teamId = team;
        row.ownerId = owner;
        row.updatedAt = now.instant();
        objectives.flush();
        return Outcome.done(answers.one(row.id));
    }

    /** Cancels an objective: it stays readable and no longer counts anywhere. Cancelling again changes nothing. */
    @Transactional
    public Outcome<Objective> cancel(ObjectiveCancelInput input) {
        Check check = Check.of("input");
        ObjectiveEntity row = row(check, "id", input.id).orElse(null);
        String reason = check.optionalText("reason", input.reason, REASON_LENGTH);
        if (row != null) {
            cycles.requireOpen(check, "id", row.cycleId);
        }
        if (row == null || check.failed()) {
            return Outcome.refused(check.problems());
        }
        waitForOthers(row);
        if (row.state != ObjectiveState.CANCELLED) {
            row.state = ObjectiveState.CANCELLED;
            row.cancelledReason = reason;
            row.updatedAt = now.instant();
            objectives.flush();
        }
        return Outcome.done(answers.one(row.id));
    }

    /** The cycle of an objective that an input names and that takes writes; reports why it does not. */
    public Optional<UUID> requireWritable(Check check, String field, @Nullable String id) {
        return writable(check, field, id).map(row -> row.id);
    }

    /** Reports why an objective that is there takes no writes: it is cancelled, or its cycle is closed. */
    public void requireWritable(Check check, String field, UUID id) {
        ObjectiveEntity row = objectives.findById(id);
        if (row != null) {
            refuseFrozen(check, field, row);
        }
    }

    /** An objective of an input, cancelled or not, whose cycle takes writes; reports why there is none. */
    public Optional<UUID> requireInOpenCycle(Check check, String field, @Nullable String id) {
        Optional<ObjectiveEntity> row = row(check, field, id);
        row.ifPresent(it -> cycles.requireOpen(check, field, it.cycleId));
        return row.map(it -> it.id);
    }

    /** Reports WRONG_STATE unless the scores of an objective in an open cycle can be set. */
    public void requireClosing(Check check, String field, UUID id) {
        cycles.requireClosing(check, field, cycleOf(id));
    }

    /** The objectives of a cycle that closes are CLOSED, cancelled ones stay so. Part of the caller's transaction. */
    public void freeze(UUID cycle) {
        objectives.move(
                cycle, List.of(ObjectiveState.DRAFT, ObjectiveState.OPEN), ObjectiveState.CLOSED, now.instant());
    }

    /** The objectives of a cycle that is reopened are OPEN again. Part of the caller's transaction. */
    public void thaw(UUID cycle) {
        objectives.move(cycle, List.of(ObjectiveState.CLOSED), ObjectiveState.OPEN, now.instant());
    }

    /** The cycle an objective belongs to. */
    public UUID cycleOf(UUID id) {
        return objectives.findById(id).cycleId;
    }

    /** Waits for other writers of the row and sees what they did: an input without a version has nothing to conflict with. */
    private void waitForOthers(ObjectiveEntity row) {
        objectives.getEntityManager().refresh(row, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<ObjectiveEntity> writable(Check check, String field, @Nullable String id) {
        Optional<ObjectiveEntity> row = row(check, field, id);
        row.ifPresent(it -> refuseFrozen(check, field, it));
        return check.failed() ? Optional.empty() : row;
    }

    /** Holds the cycle, then the objective, until the transaction ends: nothing slips past a cancellation or a closing. */
    private void refuseFrozen(Check check, String field, ObjectiveEntity row) {
        cycles.requireOpen(check, field, row.cycleId);
        if (!check.failed()) {
            waitForOthers(row);
        }
        if (row.state == ObjectiveState.CANCELLED) {
            check.refuse(WRONG_STATE, "Objective '" + row.title + "' is cancelled; it takes no changes", field);
        }
    }

    private Optional<ObjectiveEntity> row(Check check, String field, @Nullable String id) {
        Optional<UUID> uuid = Ids.read(check, field, Kind.OBJECTIVE, id);
        Optional<ObjectiveEntity> row = uuid.map(objectives::findById);
        if (uuid.isPresent() && row.isEmpty()) {
            Ids.notFound(check, field, Kind.OBJECTIVE, id);
        }
        return row;
    }

    private static Visibility visibility(Check check, Optional<Visibility> given) {
        if (given.isEmpty()) {
            check.refuse(REQUIRED, "Visibility is null; it must be PUBLIC or TEAM", "visibility");
        }
        return given.orElse(Visibility.PUBLIC);
    }

    private static void requireTeam(Check check, Visibility visibility, boolean hasTeam) {
        if (visibility == Visibility.TEAM && !hasTeam) {
            check.refuse(REQUIRED, "Team is missing; visibility TEAM needs the team that sees it", "team");
        }
    }

    private static Ambition ambition(Check check, Optional<Ambition> given) {
        if (given.isEmpty()) {
            check.refuse(REQUIRED, "Ambition is null; it must be COMMITTED or ASPIRATIONAL", "ambition");
        }
        return given.orElse(Ambition.ASPIRATIONAL);
    }
}
