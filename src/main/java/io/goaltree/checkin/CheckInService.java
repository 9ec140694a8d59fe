package io.goaltree.checkin;

import static io.goaltree.shared.UserErrorCode.INVALID_VALUE;
import static io.goaltree.shared.UserErrorCode.NOT_ALLOWED;
import static io.goaltree.shared.UserErrorCode.OUT_OF_RANGE;
import static io.goaltree.shared.UserErrorCode.REQUIRED;

import io.goaltree.access.Asking;
import io.goaltree.keyresult.KeyResultService;
import io.goaltree.keyresult.KeyResultService.Writable;
import io.goaltree.keyresult.MeasureKind;
import io.goaltree.shared.Check;
import io.goaltree.shared.Decimals;
import io.goaltree.shared.Outcome;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides on check-ins. */
@ApplicationScoped
public class CheckInService {
    private static final int NOTE_LENGTH = 5_000;
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private final CheckInStore checkIns;
    private final CheckInAnswers answers;
    private final KeyResultService keyResults;
    private final Now now;

    CheckInService(CheckInStore checkIns, CheckInAnswers answers, KeyResultService keyResults, Now now) {
        this.checkIns = checkIns;
        this.answers = answers;
        this.keyResults = keyResults;
        this.now = now;
    }

    @Transactional
    public Outcome<CheckIn> record(CheckInRecordInput input) {
        Check check = Check.of("input");
        Optional<Writable> keyResult = keyResults.requireWritable(check, "keyResult", input.keyResult);
        BigDecimal value = check.optionalDecimal("value", input.value);
        keyResult.ifPresent(it -> refuseValueOfMilestones(check, it, input.value));
        keyResult.ifPresent(it -> refuseValueOfKpi(check, it, input.value));
        String note = check.optionalText("note", input.note, NOTE_LENGTH);
        Instant recordedAt = now.instant();
        Instant measuredAt = input.measuredAt == null ? recordedAt : input.measuredAt;
        refuseTime(check, measuredAt, recordedAt);
        refuseConfidence(check, input.confidence);
        if (input.value == null && input.confidence == null && note == null) {
            check.refuse(REQUIRED, "A check-in needs a value, a confidence or a note; it has none of them", "value");
        }
        if (check.failed() || keyResult.isEmpty()) {
            return Outcome.refused(check.problems());
        }
        CheckInEntity row = new CheckInEntity();
        row.keyResultId = keyResult.get().id();
        row.authorId = Asking.current().who().person();
        row.value = value;
        row.confidence = input.confidence;
        row.note = note;
        row.measuredAt = measuredAt;
        row.recordedAt = recordedAt;
        checkIns.persistAndFlush(row);
        return Outcome.done(answers.one(row.id));
    }

    private static void refuseValueOfMilestones(Check check, Writable keyResult, @Nullable BigDecimal value) {
        if (value != null && keyResult.measure() == MeasureKind.MILESTONES) {
            check.refuse(
                    INVALID_VALUE,
                    "Value is " + Decimals.shown(value)
                            + ", but this key result is measured by milestones; use milestoneMark",
                    "value");
        }
    }

    private static void refuseValueOfKpi(Check check, Writable keyResult, @Nullable BigDecimal value) {
        if (value != null && keyResult.fedBy() != null) {
            check.refuse(
                    NOT_ALLOWED,
                    "Value is " + Decimals.shown(value) + ", but this key result is fed by KPI '" + keyResult.fedBy()
                            + "'; record the value there, with kpiValuesRecord",
                    "value");
        }
    }

    private static void refuseTime(Check check, Instant measuredAt, Instant recordedAt) {
        if (measuredAt.isAfter(recordedAt) || measuredAt.isBefore(EARLIEST)) {
            check.refuse(
                    OUT_OF_RANGE,
                    "MeasuredAt is " + measuredAt + "; it must be between " + EARLIEST + " and now, " + recordedAt,
                    "measuredAt");
        }
    }

    private static void refuseConfidence(Check check, @Nullable Double confidence) {
        if (confidence != null && !(confidence >= 0 && confidence <= 1)) {
            check.refuse(OUT_OF_RANGE, "Confidence is " + confidence + "; it must be between 0 and 1", "confidence");
        }
    }
}
