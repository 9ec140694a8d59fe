package io.goaltree.kpi;

import static io.goaltree.shared.UserErrorCode.DUPLICATE_KEY;
import static io.goaltree.shared.UserErrorCode.OUT_OF_RANGE;
import static io.goaltree.shared.UserErrorCode.WRONG_STATE;

import io.goaltree.shared.Check;
import io.goaltree.shared.Outcome;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides on re-bases: from when on a KPI is read afresh, because what happened then is known and here to stay. */
@ApplicationScoped
public class KpiRebaseService {
    private final KpiStore kpis;
    private final KpiValueStore values;
    private final SegmentStartStore starts;
    private final KpiAnswers answers;
    private final LiveKpis live;
    private final KeptBehaviours behaviours;
    private final Now now;

    KpiRebaseService(
            KpiStore kpis,
            KpiValueStore values,
            SegmentStartStore starts,
            KpiAnswers answers,
            LiveKpis live,
            KeptBehaviours behaviours,
            Now now) {
        this.kpis = kpis;
        this.values = values;
        this.starts = starts;
        this.answers = answers;
        this.live = live;
        this.behaviours = behaviours;
        this.now = now;
    }

    /** The same day with the same reason again changes nothing. */
    @Transactional
    public Outcome<Kpi> rebase(KpiRebaseInput input) {
        Check check = Check.of("input");
        KpiEntity kpi = live.hold(check, "kpi", input.kpi).orElse(null);
        String reason = NextDefinition.reason(check, input.reason);
        if (kpi == null) {
            return Outcome.refused(check.problems());
        }
        Instant at = now.instant();
        LocalDate first = values.firstPeriod(kpi.id);
        refuseDay(check, kpi, input.from, first, kpi.dayOf(at));
        KpiRebaseEntity known = starts.rebase(kpi.id, input.from).orElse(null);
        if (known != null && !check.failed() && !known.reason.equals(reason)) {
            check.refuse(
                    DUPLICATE_KEY,
                    "Kpi '" + kpi.key + "' is read afresh from " + input.from + " already, for another reason: "
                            + Check.shortened(known.reason),
                    "from");
        }
        if (check.failed()) {
            return Outcome.refused(check.problems());
        }
        if (known == null) {
            starts.persistAndFlush(rebase(kpi, input.from, reason, at));
            kpis.touch(List.of(kpi.id), at);
            behaviours.refresh(List.of(kpi.id));
        }
        return Outcome.done(answers.one(kpi.id));
    }

    private static KpiRebaseEntity rebase(KpiEntity kpi, LocalDate from, String reason, Instant at) {
        KpiRebaseEntity rebase = new KpiRebaseEntity();
        rebase.kpiId = kpi.id;
        rebase.startsOn = from;
        rebase.reason = reason;
        rebase.recordedAt = at;
        return rebase;
    }

    private static void refuseDay(
            Check check, KpiEntity kpi, LocalDate from, @Nullable LocalDate first, LocalDate today) {
        if (first == null) {
            check.refuse(WRONG_STATE, "Kpi '" + kpi.key + "' has no value yet; there is nothing to read afresh", "kpi");
        }
        if (from.isAfter(today)) {
            check.refuse(
                    OUT_OF_RANGE,
                    "From is " + from + "; it must not be after today, " + today + " in the KPI's zone, " + kpi.zone,
                    "from");
        } else if (first != null && from.isBefore(first)) {
            check.refuse(
                    OUT_OF_RANGE,
                    "From is " + from + "; it must not be before " + first + ", where the first value's period begins",
                    "from");
        }
    }
}
