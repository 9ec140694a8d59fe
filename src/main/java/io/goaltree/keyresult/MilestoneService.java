package io.goaltree.keyresult;

import static io.goaltree.shared.UserErrorCode.OUT_OF_RANGE;

import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.shared.Check;
import io.goaltree.shared.Outcome;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Decides on milestones. */
@ApplicationScoped
public class MilestoneService {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private final KeyResultStore keyResults;
    private final KeyResultAnswers answers;
    private final KeyResultService service;
    private final Now now;

    MilestoneService(KeyResultStore keyResults, KeyResultAnswers answers, KeyResultService service, Now now) {
        this.keyResults = keyResults;
        this.answers = answers;
        this.service = service;
        this.now = now;
    }

    /** Marks a milestone done at an instant (now, when none is given), or not done; what is marked so already stays so. */
    @Transactional
    public Outcome<KeyResult> mark(MilestoneMarkInput input) {
        Check check = Check.of("input");
        MilestoneEntity milestone = Ids.read(check, "milestone", Kind.MILESTONE, input.milestone)
                .map(keyResults::milestone)
                .orElse(null);
        if (milestone == null) {
            return Outcome.refused(
                    check.failed()
                            ? check.problems()
                            : Ids.absent(check, "milestone", Kind.MILESTONE, input.milestone));
        }
        KeyResultEntity row = keyResults.findById(milestone.keyResultId);
        service.hold(check, "milestone", row);
        keyResults.getEntityManager().refresh(milestone);
        Instant at = input.at == null ? now.instant() : input.at;
        if (at.isAfter(now.instant()) || at.isBefore(EARLIEST)) {
            check.refuse(
                    OUT_OF_RANGE,
                    "At is " + at + "; it must be between " + EARLIEST + " and now, " + now.instant(),
                    "at");
        }
        if (check.failed()) {
            return Outcome.refused(check.problems());
        }
        boolean isRepeated = input.done == (milestone.doneAt != null)
                && (input.at == null || !input.done || input.at.equals(milestone.doneAt));
        if (!isRepeated) {
            milestone.doneAt = input.done ? at : null;
            service.touch(row);
        }
        return Outcome.done(answers.one(row.id));
    }
}
