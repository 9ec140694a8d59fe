package io.goaltree.cycle;

import static io.goaltree.shared.UserErrorCode.CYCLE_CLOSED;
import static io.goaltree.shared.UserErrorCode.DUPLICATE_KEY;
import static io.goaltree.shared.UserErrorCode.INVALID_VALUE;
import static io.goaltree.shared.UserErrorCode.OUT_OF_RANGE;
import static io.goaltree.shared.UserErrorCode.REQUIRED;
import static io.goaltree.shared.UserErrorCode.WRONG_STATE;

import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.edge.Versions;
import io.goaltree.shared.Check;
import io.goaltree.shared.Outcome;
import io.goaltree.time.DateRange;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides on cycles. */
@ApplicationScoped
public class CycleService {
    private static final int NAME_LENGTH = 200;
    private static final int MOST_YEARS = 10;
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);

    private final CycleStore cycles;
    private final CycleAnswers answers;
    private final Now now;

    CycleService(CycleStore cycles, CycleAnswers answers, Now now) {
        this.cycles = cycles;
        this.answers = answers;
        this.now = now;
    }

    @Transactional
    public Outcome<Cycle> create(CycleCreateInput input) {
        cycles.lockTree();
        Check check = Check.of("input");
        String key = check.key("key", input.key);
        String name = check.text("name", input.name, NAME_LENGTH);
        refuseDisorder(check, input.startsOn, input.endsOn);
        UUID parent = reference(check, "parent", input.parent).orElse(null);
        if (!check.failed()) {
            refuseOutsideParent(check, parent, input.startsOn, input.endsOn);
        }
        if (cycles.byKey(key).isPresent()) {
            check.refuse(DUPLICATE_KEY, "Cycle key '" + key + "' is taken already", "key");
        }
        if (check.failed()) {
            return Outcome.refused(check.problems());
        }
        CycleEntity cycle = new CycleEntity();
        cycle.key = key;
        cycle.name = name;
        cycle.startsOn = input.startsOn;
        cycle.endsOn = input.endsOn;
        cycle.state = CycleState.PLANNED;
        cycle.parentId = parent;
        cycle.createdAt = now.instant();
        cycle.updatedAt = cycle.createdAt;
        cycles.persistAndFlush(cycle);
        return Outcome.done(answers.one(cycle.id));
    }

    @Transactional
    public Outcome<Cycle> update(CycleUpdateInput input) {
        cycles.lockTree();
        Check check = Check.of("input");
        CycleEntity cycle = Ids.read(check, "id", Kind.CYCLE, input.id)
                .map(cycles::findById)
                .orElse(null);
        if (cycle == null) {
            return Outcome.refused(check.failed() ? check.problems() : Ids.absent(check, "id", Kind.CYCLE, input.id));
        }
        Versions.compare(check, input.expectedVersion, cycle.version);
        if (cycle.state == CycleState.CLOSED) {
            refuseClosed(check, "id", cycle.key);
        }
        String name = input.name == null ? cycle.name : check.text("name", input.name.orElse(null), NAME_LENGTH);
        LocalDate startsOn = input.startsOn == null ? cycle.startsOn : date(check, "startsOn", input.startsOn);
        LocalDate endsOn = input.endsOn == null ? cycle.endsOn : date(check, "endsOn", input.endsOn);
        UUID parent = input.parent == null
                ? cycle.parentId
                : reference(check, "parent", input.parent.orElse(null)).orElse(null);
        if (!check.failed()) {
            refuseDisorder(check, startsOn, endsOn);
        }
        if (!check.failed()) {
            refuseOutsideParent(check, parent, startsOn, endsOn);
            refuseChildrenOutside(check, cycle, startsOn, endsOn);
            refuseLoop(check, cycle, parent);
        }
        if (check.failed()) {
            return Versions.refused(check, () -> answers.one(cycle.id));
        }
        cycle.name = name;
        cycle.startsOn = startsOn;
        cycle.endsOn = endsOn;
        cycle.parentId = parent;
        cycle.updatedAt = now.instant();
        cycles.flush();
        return Outcome.done(answers.one(cycle.id));
    }

    @Transactional
    public Outcome<Cycle> start(CycleStateInput input) {
        cycles.lockTree();
        Check check = Check.of("input");
        CycleEntity cycle =
                reference(check, "cycle", input.cycle).map(cycles::findById).orElse(null);
        if (cycle == null) {
            return Outcome.refused(check.problems());
        }
        if (cycle.state != CycleState.PLANNED) {
            check.refuse(
                    WRONG_STATE,
                    "Cycle '" + cycle.key + "' is " + cycle.state + "; only one that is PLANNED can start",
                    "cycle");
            return Outcome.refused(check.problems());
        }
        cycle.state = CycleState.ACTIVE;
        cycle.updatedAt = now.instant();
        cycles.flush();
        return Outcome.done(answers.one(cycle.id));
    }

    /** The row behind a key or id of an input, empty when none was given; reports NOT_FOUND when it names nothing. */
    public Optional<UUID> reference(Check check, String field, @Nullable String keyOrId) {
        if (keyOrId == null) {
            return Optional.empty();
        }
        Optional<UUID> found = answers.find(keyOrId);
        if (found.isEmpty()) {
            Ids.notFound(check, field, Kind.CYCLE, keyOrId);
        }
        return found;
    }

    /**
     * Reports CYCLE_CLOSED when the cycle is frozen; else it stays open until the caller's transaction ends. To be asked
     * before the caller locks or writes any row of the cycle, see {@link CycleLifeService}.
     */
    public void requireOpen(Check check, String field, UUID cycleId) {
        cycles.shared(cycleId)
                .filter(cycle -> cycle.state() == CycleState.CLOSED)
                .ifPresent(cycle -> refuseClosed(check, field, cycle.key()));
    }

    /** Keeps a cycle in its state, whichever that is, until the caller's transaction ends. */
    public void hold(UUID cycleId) {
        cycles.shared(cycleId);
    }

    /** Reports WRONG_STATE unless scores can be set in an open cycle; so it stays until the caller's transaction ends. */
    public void requireClosing(Check check, String field, UUID cycleId) {
        cycles.shared(cycleId)
                .filter(cycle -> cycle.state() != CycleState.CLOSING)
                .ifPresent(cycle -> check.refuse(
                        WRONG_STATE,
                        "Cycle '" + cycle.key() + "' is " + cycle.state() + "; scores are set while it is CLOSING",
                        field));
    }

    /** Whether one cycle is the other, or lies inside it. */
    public boolean isSameOrInside(UUID inner, UUID outer) {
        return cycles.withAncestors(List.of(inner)).stream().anyMatch(cycle -> cycle.id.equals(outer));
    }

    private static void refuseClosed(Check check, String field, String key) {
        check.refuse(CYCLE_CLOSED, "Cycle '" + key + "' is closed; reopen it to change anything in it", field);
    }

    private static LocalDate date(Check check, String field, Optional<LocalDate> given) {
        if (given.isEmpty()) {
            check.refuse(REQUIRED, field + " is null; a cycle needs both dates", field);
        }
        return given.orElse(FIRST_DAY);
    }

    private static void refuseDisorder(Check check, LocalDate startsOn, LocalDate endsOn) {
        if (endsOn.isBefore(startsOn)) {
            check.refuse(
                    OUT_OF_RANGE, "EndsOn is " + endsOn + "; it must not be before startsOn, " + startsOn, "endsOn");
        } else if (startsOn.isBefore(FIRST_DAY) || endsOn.isAfter(LAST_DAY)) {
            check.refuse(
                    OUT_OF_RANGE,
                    "The cycle is " + startsOn + ".." + endsOn + "; it must lie in " + FIRST_DAY + ".." + LAST_DAY,
                    startsOn.isBefore(FIRST_DAY) ? "startsOn" : "endsOn");
        } else if (endsOn.isAfter(startsOn.plusYears(MOST_YEARS))) {
            check.refuse(
                    OUT_OF_RANGE,
                    "EndsOn is " + endsOn + "; a cycle that starts on " + startsOn + " may last at most " + MOST_YEARS
                            + " years",
                    "endsOn");
        }
    }

    private void refuseOutsideParent(Check check, @Nullable UUID parentId, LocalDate startsOn, LocalDate endsOn) {
        CycleEntity parent = parentId == null ? null : cycles.findById(parentId);
        if (parent != null && !parent.range().contains(DateRange.inclusive(startsOn, endsOn))) {
            check.refuse(
                    OUT_OF_RANGE,
                    "The cycle is " + startsOn + ".." + endsOn + "; it must lie inside its parent '" + parent.key
                            + "', " + parent.startsOn + ".." + parent.endsOn,
                    "parent");
        }
    }

    private void refuseChildrenOutside(Check check, CycleEntity cycle, LocalDate startsOn, LocalDate endsOn) {
        DateRange range = DateRange.inclusive(startsOn, endsOn);
        cycles.childrenOf(cycle.id).stream()
                .filter(child -> !range.contains(child.range()))
                .forEach(child -> check.refuse(
                        OUT_OF_RANGE,
                        "The cycle would be " + startsOn + ".." + endsOn + "; it must still hold its child '"
                                + child.key + "', " + child.startsOn + ".." + child.endsOn,
                        child.startsOn.isBefore(startsOn) ? "startsOn" : "endsOn"));
    }

    private void refuseLoop(Check check, CycleEntity cycle, @Nullable UUID parent) {
        if (parent != null && isSameOrInside(parent, cycle.id)) {
            check.refuse(INVALID_VALUE, "Cycle '" + cycle.key + "' would lie inside itself", "parent");
        }
    }
}
