package io.goaltree.goal;

import static io.goaltree.shared.UserErrorCode.ALIGNMENT_LOOP;
import static io.goaltree.shared.UserErrorCode.INVALID_VALUE;

import io.goaltree.access.Asking;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.keyresult.KeyResultService;
import io.goaltree.keyresult.KeyResultSpecInput;
import io.goaltree.keyresult.NewKeyResult;
import io.goaltree.objective.NewObjective;
import io.goaltree.objective.Objective;
import io.goaltree.objective.ObjectiveAnswers;
import io.goaltree.objective.ObjectiveService;
import io.goaltree.review.Opening;
import io.goaltree.review.Openings;
import io.goaltree.shared.Check;
import io.goaltree.shared.Decimals;
import io.goaltree.shared.Outcome;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides on objectives as wholes, and on alignments. */
@ApplicationScoped
public class GoalService {
    /** Steps of a loop that are named, at most. */
    private static final int MOST_SHOWN = 10;

    private final AlignmentStore alignments;
    private final ObjectiveService objectives;
    private final ObjectiveAnswers answers;
    private final KeyResultService keyResults;
    private final Openings openings;
    private final Now now;

    GoalService(
            AlignmentStore alignments,
            ObjectiveService objectives,
            ObjectiveAnswers answers,
            KeyResultService keyResults,
            Openings openings,
            Now now) {
        this.alignments = alignments;
        this.objectives = objectives;
        this.answers = answers;
        this.keyResults = keyResults;
        this.openings = openings;
        this.now = now;
    }

    /** Where an alignment leads: the objective it ends at, directly or by way of one of its key results. */
    private record Parent(UUID objectiveId, @Nullable UUID keyResultId) {}

    @Transactional
    public Outcome<Objective> create(ObjectiveCreateInput input) {
        Check check = Check.of("input");
        Optional<NewObjective> objective = objectives.read(
                check, input.cycle, input.title, input.description, input.ambition, input.team, input.owner);
        BigDecimal weight = check.weight("weight", input.weight, BigDecimal.ONE);
        Optional<Parent> parent = input.parent == null ? Optional.empty() : parent(check, input.parent);
        if (input.parent == null && input.weight != null) {
            check.refuse(
                    INVALID_VALUE,
                    "Weight is " + Decimals.shown(weight) + ", but there is no parent that it could count in",
                    "weight");
        }
        List<NewKeyResult> measured = keyResults(check, input.keyResults);
        Optional<Opening> opening = openings.read(check, input.openedFrom, input.despiteNoise);
        if (check.failed() || objective.isEmpty()) {
            return Outcome.refused(check.problems());
        }
        NewObjective opened = opening.map(it -> objective
                        .get()
                        .openedFrom(openings.reviewOf(it, objective.get().title()), it.despiteNoise()))
                .orElse(objective.get());
        UUID id = objectives.insert(opened);
        for (int i = 0; i < measured.size(); i++) {
            keyResults.insert(id, i, measured.get(i));
        }
        parent.ifPresent(it -> write(id, it, weight));
        return Outcome.done(answers.one(id));
    }

    /** Aligns a child to a parent, or gives an existing alignment another weight. */
    @Transactional
    public Outcome<Objective> align(ObjectiveAlignInput input) {
        alignments.lockGraph();
        Check check = Check.of("input");
        Optional<UUID> child = objectives.requireWritable(check, "child", input.child);
        Optional<Parent> parent = parent(check, input.parent);
        BigDecimal weight = check.weight("weight", input.weight, BigDecimal.ONE);
        if (child.isPresent() && parent.isPresent()) {
            refuseLoop(check, child.get(), parent.get().objectiveId());
        }
        if (check.failed() || child.isEmpty() || parent.isEmpty()) {
            return Outcome.refused(check.problems());
        }
        Optional<AlignmentEntity> existing = existing(child.get(), parent.get());
        if (existing.isPresent()) {
            existing.get().weight = weight;
            alignments.flush();
        } else {
            write(child.get(), parent.get(), weight);
        }
        return Outcome.done(answers.one(child.get()));
    }

    /** Removes an alignment; removing one that is not there changes nothing. */
    @Transactional
    public Outcome<Objective> unalign(ObjectiveUnalignInput input) {
        alignments.lockGraph();
        Check check = Check.of("input");
        Optional<UUID> child = objectives.requireWritable(check, "child", input.child);
        Optional<Parent> parent = formerParent(check, input.parent);
        if (check.failed() || child.isEmpty() || parent.isEmpty()) {
            return Outcome.refused(check.problems());
        }
        existing(child.get(), parent.get()).ifPresent(alignments::delete);
        alignments.flush();
        return Outcome.done(answers.one(child.get()));
    }

    /** Lets nobody else change the shape of the graph before the caller's transaction has ended. */
    public void holdGraph() {
        alignments.lockGraph();
    }

    private List<NewKeyResult> keyResults(Check check, @Nullable List<KeyResultSpecInput> specs) {
        List<KeyResultSpecInput> given = specs == null ? List.of() : specs;
        KeyResultService.refuseTooMany(check, "keyResults", given.size());
        List<NewKeyResult> found = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            keyResults.read(check.item("keyResults", i), given.get(i)).ifPresent(found::add);
        }
        return found;
    }

    private Optional<Parent> parent(Check check, String id) {
        if (Ids.kind(id).filter(Kind.KEY_RESULT::equals).isPresent()) {
            return keyResults.requireWritable(check, "parent", id).map(it -> new Parent(it.objectiveId(), it.id()));
        }
        return objectives.requireWritable(check, "parent", id).map(it -> new Parent(it, null));
    }

    /** A parent to be left, which may be cancelled. */
    private Optional<Parent> formerParent(Check check, String id) {
        if (Ids.kind(id).filter(Kind.KEY_RESULT::equals).isPresent()) {
            return keyResults
                    .objectiveInOpenCycle(check, "parent", id)
                    .map(it -> new Parent(it, Ids.uuid(Kind.KEY_RESULT, id)));
        }
        return objectives.requireInOpenCycle(check, "parent", id).map(it -> new Parent(it, null));
    }

    private void refuseLoop(Check check, UUID child, UUID parent) {
        List<UUID> loop = Loops.closedBy(child, parent, alignments.stepsUpFrom(parent));
        if (loop.isEmpty()) {
            return;
        }
        Map<UUID, Objective> known = answers.nodesById(loop);
        List<String> titles = new ArrayList<>();
        boolean isLimited = Asking.current().who().isLimited();
        for (UUID id : loop) {
            boolean isGiven = id.equals(child) || id.equals(parent);
            titles.add(
                    isLimited && !isGiven
                            ? "another objective"
                            : "'" + Objects.requireNonNull(known.get(id)).title() + "'");
        }
        if (titles.size() > MOST_SHOWN) {
            List<String> middle = titles.subList(MOST_SHOWN / 2, titles.size() - MOST_SHOWN / 2);
            String more = middle.size() + " more";
            middle.clear();
            titles.add(MOST_SHOWN / 2, more);
        }
        check.refuse(ALIGNMENT_LOOP, "This alignment would close a loop: " + String.join(" -> ", titles), "parent");
    }

    private Optional<AlignmentEntity> existing(UUID child, Parent parent) {
        return parent.keyResultId() == null
                ? alignments.toObjective(child, parent.objectiveId())
                : alignments.toKeyResult(child, parent.keyResultId());
    }

    private void write(UUID child, Parent parent, BigDecimal weight) {
        AlignmentEntity row = new AlignmentEntity();
        row.childId = child;
        row.parentObjectiveId = parent.keyResultId() == null ? parent.objectiveId() : null;
        row.parentKeyResultId = parent.keyResultId();
        row.weight = weight;
        row.createdAt = now.instant();
        alignments.persistAndFlush(row);
    }
}
