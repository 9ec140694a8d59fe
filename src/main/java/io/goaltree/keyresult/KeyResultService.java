package io.goaltree.keyresult;

import static io.goaltree.shared.UserErrorCode.TOO_MANY_ITEMS;
import static io.goaltree.shared.UserErrorCode.WRONG_STATE;

import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.edge.Versions;
import io.goaltree.objective.ObjectiveService;
import io.goaltree.objective.ObjectiveState;
import io.goaltree.shared.Check;
import io.goaltree.shared.Outcome;
import io.goaltree.team.PersonService;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides on key results. */
@ApplicationScoped
public class KeyResultService {
    private static final int UNIT_LENGTH = 50;
    private static final int MOST_OF_AN_OBJECTIVE = 100;
    private static final int REASON_LENGTH = 2_000;

    private final KeyResultStore keyResults;
    private final KeyResultAnswers answers;
    private final ObjectiveService objectives;
    private final PersonService people;
    private final FedByKpi fed;
    private final Now now;

    KeyResultService(
            KeyResultStore keyResults,
            KeyResultAnswers answers,
            ObjectiveService objectives,
            PersonService people,
            FedByKpi fed,
            Now now) {
        this.keyResults = keyResults;
        this.answers = answers;
        this.objectives = objectives;
        this.people = people;
        this.fed = fed;
        this.now = now;
    }

    /** Reads what a new key result needs out of an input; empty when it was refused. Part of the caller's transaction. */
    public Optional<NewKeyResult> read(Check check, KeyResultSpecInput spec) {
        String title = check.text("title", spec.title, ObjectiveService.TITLE_LENGTH);
        String unit = check.optionalText("unit", spec.unit, UNIT_LENGTH);
        BigDecimal weight = check.weight("weight", spec.weight, BigDecimal.ONE);
        UUID owner = people.reference(check, "owner", spec.owner).orElse(null);
        MeasureReading reading = new MeasureReading(check);
        Optional<Measure> measure = reading.measure(spec);
        List<NewKeyResult.NewMilestone> milestones = reading.milestones(spec.milestones);
        return measure.map(it -> new NewKeyResult(title, unit, weight, owner, it, milestones, null));
    }

    /** Reports TOO_MANY_ITEMS when an objective would have more key results than one can look after. */
    public static void refuseTooMany(Check check, String field, int count) {
        if (count > MOST_OF_AN_OBJECTIVE) {
            check.refuse(
                    TOO_MANY_ITEMS,
                    "The objective would have " + count + " key results; it may have at most " + MOST_OF_AN_OBJECTIVE,
                    field);
        }
    }

    /** Writes a new key result at the end of its objective's list. Part of the caller's transaction. */
    public UUID insert(UUID objectiveId, int position, NewKeyResult keyResult) {
        KeyResultEntity row = new KeyResultEntity();
        row.objectiveId = objectiveId;
        row.ownerId = keyResult.ownerId();
        row.position = position;
        row.title = keyResult.title();
        row.unit = keyResult.unit();
        row.weight = keyResult.weight();
        row.state = ObjectiveState.OPEN;
        setMeasure(row, keyResult.measure());
        row.kpiId = keyResult.kpiId();
        row.createdAt = now.instant();
        row.updatedAt = row.createdAt;
        keyResults.persistAndFlush(row);
        for (int i = 0; i < keyResult.milestones().size(); i++) {
            MilestoneEntity milestone = new MilestoneEntity();
            milestone.keyResultId = row.id;
            milestone.position = i;
            milestone.title = keyResult.milestones().get(i).title();
            milestone.weight = keyResult.milestones().get(i).weight();
            keyResults.persistMilestone(milestone);
        }
        keyResults.flush();
        return row.id;
    }

    @Transactional
    public Outcome<KeyResult> create(KeyResultCreateInput input) {
        Check check = Check.of("input");
        Optional<UUID> objective = objectives.requireWritable(check, "objective", input.objective);
        Optional<NewKeyResult> keyResult = read(check.inside("spec"), input.spec);
        objective.ifPresent(id -> refuseTooMany(check, "objective", keyResults.countOf(id) + 1));
        if (check.failed() || objective.isEmpty() || keyResult.isEmpty()) {
            return Outcome.refused(check.problems());
        }
        UUID id = insert(objective.get(), keyResults.countOf(objective.get()), keyResult.get());
        return Outcome.done(answers.one(id));
    }

    @Transactional
    public Outcome<KeyResult> update(KeyResultUpdateInput input) {
        Check check = Check.of("input");
        KeyResultEntity row = writable(check, "id", input.id).orElse(null);
        if (row == null) {
            return Outcome.refused(check.problems());
        }
        Versions.compare(check, input.expectedVersion, row.version);
        String title = input.title == null
                ? row.title
                : check.text("title", input.title.orElse(null), ObjectiveService.TITLE_LENGTH);
        BigDecimal weight =
                input.weight == null ? row.weight : check.weight("weight", input.weight.orElse(null), BigDecimal.ONE);
        UUID owner = input.owner == null
                ? row.ownerId
                : people.reference(check, "owner", input.owner.orElse(null)).orElse(null);
        String unit = input.unit == null ? row.unit : check.optionalText("unit", input.unit.orElse(null), UNIT_LENGTH);
        fed.refuseOtherUnit(check, row, unit);
        if (check.failed()) {
            return Versions.refused(check, () -> answers.one(row.id));
        }
        row.title = title;
        row.weight = weight;
        row.ownerId = owner;
        row.unit = unit;
        row.updatedAt = now.instant();
        keyResults.flush();
        return Outcome.done(answers.one(row.id));
    }

    /** Cancels a key result: it stays readable and no longer counts. Cancelling again changes nothing. */
    @Transactional
    public Outcome<KeyResult> cancel(KeyResultCancelInput input) {
        Check check = Check.of("input");
        KeyResultEntity row = row(check, "id", input.id).orElse(null);
        String reason = check.optionalText("reason", input.reason, REASON_LENGTH);
        if (row != null) {
            objectives.requireWritable(check, "id", row.objectiveId);
        }
        if (row == null || check.failed()) {
            return Outcome.refused(check.problems());
        }
        waitForOthers(row);
        if (row.state != ObjectiveState.CANCELLED) {
            row.state = ObjectiveState.CANCELLED;
            row.cancelledReason = reason;
            touch(row);
        }
        return Outcome.done(answers.one(row.id));
    }

    /**
     * A key result that takes writes, and how it is measured.
     *
     * @param fedBy the key of the KPI whose values are its own; null when check-ins bring them
     */
    public record Writable(
            UUID id,
            UUID objectiveId,
            MeasureKind measure,
            @Nullable String fedBy) {}

    /** A key result of an input that takes writes; reports why it does not. */
    public Optional<Writable> requireWritable(Check check, String field, @Nullable String id) {
        return writable(check, field, id)
                .map(row -> new Writable(row.id, row.objectiveId, row.measure, fed.keyOf(row.kpiId)));
    }

    /** The objective of a key result of an input, cancelled or not, whose cycle takes writes; reports why there is none. */
    public Optional<UUID> objectiveInOpenCycle(Check check, String field, @Nullable String id) {
        return row(check, field, id).map(row -> {
            objectives.requireInOpenCycle(check, field, Ids.of(Kind.OBJECTIVE, row.objectiveId));
            return row.objectiveId;
        });
    }

    /** Waits for other writers of the row and sees what they did: an input without a version has nothing to conflict with. */
    void waitForOthers(KeyResultEntity row) {
        keyResults.getEntityManager().refresh(row, LockModeType.PESSIMISTIC_WRITE);
    }

    void touch(KeyResultEntity row) {
        row.updatedAt = now.instant();
        keyResults.flush();
    }

    private Optional<KeyResultEntity> writable(Check check, String field, @Nullable String id) {
        Optional<KeyResultEntity> row = row(check, field, id);
        row.ifPresent(it -> hold(check, field, it));
        return check.failed() ? Optional.empty() : row;
    }

    /** Holds a key result that takes writes for the caller alone, after its cycle and objective. Reports why it does not. */
    void hold(Check check, String field, KeyResultEntity row) {
        objectives.requireWritable(check, field, row.objectiveId);
        if (!check.failed()) {
            waitForOthers(row);
        }
        refuseCancelled(check, field, row);
    }

    private static void refuseCancelled(Check check, String field, KeyResultEntity row) {
        if (row.state == ObjectiveState.CANCELLED) {
            check.refuse(WRONG_STATE, "Key result '" + row.title + "' is cancelled; it takes no changes", field);
        }
    }

    Optional<KeyResultEntity> row(Check check, String field, @Nullable String id) {
        Optional<UUID> uuid = Ids.read(check, field, Kind.KEY_RESULT, id);
        Optional<KeyResultEntity> row = uuid.map(keyResults::findById);
        if (uuid.isPresent() && row.isEmpty()) {
            Ids.notFound(check, field, Kind.KEY_RESULT, id);
        }
        return row;
    }

    private static void setMeasure(KeyResultEntity row, Measure measure) {
        if (measure instanceof ReachMeasure reach) {
            row.measure = MeasureKind.REACH;
            row.baseline = reach.baseline();
            row.target = reach.target();
        } else if (measure instanceof HoldMeasure hold) {
            row.measure = MeasureKind.HOLD;
            row.lower = hold.lower();
            row.upper = hold.upper();
            row.cadence = hold.cadence();
        } else {
            row.measure = MeasureKind.MILESTONES;
        }
    }
}
