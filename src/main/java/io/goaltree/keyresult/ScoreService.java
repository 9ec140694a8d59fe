package io.goaltree.keyresult;

import static io.goaltree.shared.UserErrorCode.OUT_OF_RANGE;

import io.goaltree.objective.ObjectiveService;
import io.goaltree.objective.ObjectiveState;
import io.goaltree.shared.Check;
import io.goaltree.shared.Outcome;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Decides on what key results come to when their cycle ends. */
@ApplicationScoped
public class ScoreService {
    private static final int REASON_LENGTH = 2_000;

    private final KeyResultStore keyResults;
    private final KeyResultAnswers answers;
    private final KeyResultService service;
    private final ObjectiveService objectives;
    private final Now now;

    ScoreService(
            KeyResultStore keyResults,
            KeyResultAnswers answers,
            KeyResultService service,
            ObjectiveService objectives,
            Now now) {
        this.keyResults = keyResults;
        this.answers = answers;
        this.service = service;
        this.objectives = objectives;
        this.now = now;
    }

    /** Sets the score that a key result gets when its cycle closes, in place of its ratio; setting it again replaces it. */
    @Transactional
    public Outcome<KeyResult> score(KeyResultScoreInput input) {
        Check check = Check.of("input");
        KeyResultEntity row = service.row(check, "id", input.id).orElse(null);
        BigDecimal score = share(check, input.score);
        String reason = check.text("reason", input.reason, REASON_LENGTH);
        if (row != null && !check.failed()) {
            service.hold(check, "id", row);
        }
        if (row != null && !check.failed()) {
            objectives.requireClosing(check, "id", row.objectiveId);
        }
        if (row == null || check.failed()) {
            return Outcome.refused(check.problems());
        }
        row.score = score;
        row.scoreReason = reason;
        service.touch(row);
        return Outcome.done(answers.one(row.id));
    }

    /** The scores that were set in a cycle, unrounded, by key result; cancelled ones left out. */
    public Map<UUID, BigDecimal> scores(UUID cycle) {
        return keyResults.scores(cycle);
    }

    /** The key results of a cycle that closes are CLOSED, cancelled ones stay so. Part of the caller's transaction. */
    public void freeze(UUID cycle) {
        keyResults.move(
                cycle, List.of(ObjectiveState.DRAFT, ObjectiveState.OPEN), ObjectiveState.CLOSED, now.instant());
    }

    /** The key results of a cycle that is reopened are OPEN again. Part of the caller's transaction. */
    public void thaw(UUID cycle) {
        keyResults.move(cycle, List.of(ObjectiveState.CLOSED), ObjectiveState.OPEN, now.instant());
    }

    private static BigDecimal share(Check check, double score) {
        if (!(score >= 0 && score <= 1)) {
            check.refuse(OUT_OF_RANGE, "Score is " + score + "; it must be between 0 and 1", "score");
            return BigDecimal.ZERO;
        }
        return BigDecimal.valueOf(score);
    }
}
