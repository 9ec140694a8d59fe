package io.goaltree.carry;

import static io.goaltree.shared.UserErrorCode.ALIGNMENT_LOOP;
import static io.goaltree.shared.UserErrorCode.INVALID_VALUE;
import static io.goaltree.shared.UserErrorCode.REQUIRED;
import static io.goaltree.shared.UserErrorCode.TOO_MANY_ITEMS;
import static io.goaltree.shared.UserErrorCode.WRONG_STATE;

import io.goaltree.carry.CarryStore.Measured;
import io.goaltree.carry.LineageStore.Original;
import io.goaltree.cycle.CycleService;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.goal.GoalService;
import io.goaltree.objective.Objective;
import io.goaltree.objective.ObjectiveAnswers;
import io.goaltree.scoring.CarriedBaseline;
import io.goaltree.shared.Check;
import io.goaltree.shared.Outcome;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides on carrying objectives over into another cycle. */
@ApplicationScoped
public class CarryService {
    private static final int MOST_AT_ONCE = 200;

    private final CarryStore rows;
    private final LineageStore lineage;
    private final GoalService goals;
    private final CycleService cycles;
    private final ObjectiveAnswers answers;
    private final Now now;

    CarryService(
            CarryStore rows,
            LineageStore lineage,
            GoalService goals,
            CycleService cycles,
            ObjectiveAnswers answers,
            Now now) {
        this.rows = rows;
        this.lineage = lineage;
        this.goals = goals;
        this.cycles = cycles;
        this.answers = answers;
        this.now = now;
    }

    /**
     * Copies objectives into another cycle and answers the copies, in the order of the input. One that has a live copy
     * there already is not copied again, so that a repeated call ends as the first one did. Holding the graph makes two
     * calls take turns.
     */
    @Transactional
    public Outcome<List<Objective>> carryOver(ObjectiveCarryOverInput input) {
        goals.holdGraph();
        Check check = Check.of("input");
        Optional<UUID> into = cycles.reference(check, "into", input.into);
        into.ifPresent(cycle -> cycles.requireOpen(check, "into", cycle));
        List<UUID> originals = originals(check, input.objectives, into.orElse(null));
        if (check.failed() || into.isEmpty()) {
            return Outcome.refused(check.problems());
        }
        Map<UUID, UUID> known = lineage.liveCopies(originals, into.get());
        Copies made = Copies.newOf(
                originals.stream().filter(id -> !known.containsKey(id)).toList());
        Copies copies = made.withKnown(originals, known);
        if (!known.isEmpty()) {
            refuseLoops(check, originals, lineage.originalsInLoops(copies));
        }
        if (check.failed()) {
            return Outcome.refused(check.problems());
        }
        write(made, copies, into.get(), now.instant());
        Map<UUID, Objective> found = answers.nodesById(copies.byOriginal().values());
        return Outcome.done(copies.byOriginal().values().stream()
                .map(copy -> Objects.requireNonNull(found.get(copy)))
                .toList());
    }

    private void write(Copies made, Copies all, UUID cycle, Instant at) {
        if (!made.isEmpty()) {
            rows.copyObjectives(made, cycle, at);
            rows.copyGuardrails(made, at);
            Map<UUID, Measured> keyResults = rows.keyResults(made.byOriginal().keySet());
            Copies measured = Copies.newOf(keyResults.keySet());
            rows.copyKeyResults(measured, baselines(keyResults), made, at);
            rows.copyMilestones(measured);
        }
        // Between two copies that were there already, people have decided since.
        Copies alignments = Copies.newOf(rows.alignmentsWithin(
                all.byOriginal().keySet(), made.byOriginal().keySet()));
        rows.copyAlignments(alignments, all, at);
    }

    private List<@Nullable BigDecimal> baselines(Map<UUID, Measured> keyResults) {
        Map<UUID, BigDecimal> lastValues = rows.lastValues(keyResults.keySet());
        List<@Nullable BigDecimal> baselines = new ArrayList<>();
        keyResults.forEach((id, measured) -> baselines.add(
                measured.baseline() == null || measured.target() == null
                        ? null
                        : CarriedBaseline.of(measured.baseline(), measured.target(), lastValues.get(id))));
        return baselines;
    }

    private List<UUID> originals(Check check, List<String> given, @Nullable UUID into) {
        if (given.isEmpty()) {
            check.refuse(REQUIRED, "Objectives is empty; it needs at least one", "objectives");
        }
        if (given.size() > MOST_AT_ONCE) {
            check.refuse(
                    TOO_MANY_ITEMS,
                    "Objectives has " + given.size() + " entries; it may have at most " + MOST_AT_ONCE,
                    "objectives");
            return List.of();
        }
        List<UUID> ids = new ArrayList<>();
        given.forEach(id -> Ids.parse(Kind.OBJECTIVE, id).ifPresent(ids::add));
        Map<UUID, Original> originals = lineage.originals(ids);
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            Check item = check.item("objectives", i);
            UUID id = Ids.parse(Kind.OBJECTIVE, given.get(i)).orElse(null);
            Original original = id == null ? null : originals.get(id);
            if (id == null || original == null) {
                Ids.notFound(item, Kind.OBJECTIVE, given.get(i));
            } else if (!seen.add(id)) {
                item.refuse(INVALID_VALUE, "Objective '" + original.title() + "' stands in the list already");
            } else {
                refuseUnfit(item, original, into);
            }
        }
        return ids;
    }

    private static void refuseUnfit(Check item, Original original, @Nullable UUID into) {
        if (original.isCancelled()) {
            item.refuse(WRONG_STATE, "Objective '" + original.title() + "' is cancelled; it cannot be carried over");
        }
        if (original.cycleId().equals(into)) {
            item.refuse(INVALID_VALUE, "Objective '" + original.title() + "' is in that cycle itself");
        }
    }

    private static void refuseLoops(Check check, List<UUID> originals, Set<UUID> inLoops) {
        for (int i = 0; i < originals.size(); i++) {
            if (inLoops.contains(originals.get(i))) {
                check.item("objectives", i)
                        .refuse(
                                ALIGNMENT_LOOP,
                                "The copies, which were aligned otherwise meanwhile, would close a loop through the"
                                        + " copy of this objective");
            }
        }
    }
}
