package io.goaltree.kpi;

import static io.goaltree.shared.UserErrorCode.FUTURE_PERIOD;
import static io.goaltree.shared.UserErrorCode.NOT_ALLOWED;
import static io.goaltree.shared.UserErrorCode.REQUIRED;
import static io.goaltree.shared.UserErrorCode.UNIT_MISMATCH;
import static io.goaltree.shared.UserErrorCode.WRONG_STATE;

import io.goaltree.access.Asking;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.scoring.Health;
import io.goaltree.shared.Check;
import io.goaltree.shared.Outcome;
import io.goaltree.shared.Problem;
import io.goaltree.time.DateRange;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads given values one by one; the first thing that is wrong with one rejects it. Looks at nothing but the item and
 * its KPI: what other items say, or the database, comes later.
 *
 * @param kpis by key or id as given
 */
record ValueReader(Map<String, KpiEntity> kpis, KpiDefinitions definitions, Instant now, int graceDays) {
    private static final int NOTE_LENGTH = 2_000;
    private static final int SOURCE_LENGTH = 200;

    Outcome<ReadValue> read(ValueToRecord given) {
        if (given.malformed() != null) {
            return Outcome.refused(given.malformed());
        }
        if (given.kpi() == null || given.at() == null || given.value() == null) {
            return missing(given.kpi() == null ? "kpi" : given.at() == null ? "at" : "value");
        }
        KpiEntity kpi = kpis.get(given.kpi());
        if (kpi == null) {
            Check check = Check.of();
            Ids.notFound(check, "kpi", Kind.KPI, given.kpi());
            return Outcome.refused(check.problems());
        }
        if (!Asking.current().who().reach().holds(kpi.teamId == null ? Set.of() : Set.of(kpi.teamId))) {
            return refuse(Problem.at(
                    NOT_ALLOWED,
                    "Your right to record values does not reach Kpi '" + kpi.key + "'; it goes to some teams only",
                    "kpi"));
        }
        if (kpi.archivedAt != null) {
            return refuse(Problem.at(
                    WRONG_STATE,
                    "Kpi '" + kpi.key + "' is archived since " + kpi.archivedAt + "; it takes no more values",
                    "kpi"));
        }
        String at = given.at();
        String value = given.value();
        return then(
                GivenTime.read(at, ZoneId.of(kpi.zone)),
                time -> then(GivenNumber.read(value), number -> read(given, kpi, time, number)));
    }

    private Outcome<ReadValue> read(ValueToRecord given, KpiEntity kpi, GivenTime time, BigDecimal number) {
        DateRange period = kpi.cadence.periodContaining(time.day());
        LocalDate today = kpi.dayOf(now);
        if (period.from().isAfter(today)) {
            return refuse(Problem.at(
                    FUTURE_PERIOD,
                    "At is '" + given.at() + "', in the " + kpi.cadence + " period that begins on " + period.from()
                            + "; today is " + today + " in the KPI's zone, " + kpi.zone,
                    "at"));
        }
        String unit = definitions.inForce(kpi.id, period.from()).unit;
        if (given.unit() != null && !given.unit().equals(unit)) {
            return refuse(Problem.at(UNIT_MISMATCH, mismatch(kpi, given.unit(), unit), "unit"));
        }
        Check check = Check.of();
        String note = check.optionalText("note", given.note(), NOTE_LENGTH);
        String source = check.optionalText("source", given.source(), SOURCE_LENGTH);
        if (check.failed()) {
            return Outcome.refused(check.problems());
        }
        boolean isLate = Health.isStale(period, kpi.cadence, graceDays, today);
        return Outcome.done(new ReadValue(kpi, period, number, time.instant(), isLate, source, note));
    }

    private static String mismatch(KpiEntity kpi, String given, @Nullable String unit) {
        return "Unit is '" + Check.shortened(given) + "', but Kpi '" + kpi.key + "' is measured "
                + (unit == null ? "without a unit" : "in '" + unit + "'");
    }

    private static Outcome<ReadValue> missing(String field) {
        return refuse(Problem.at(REQUIRED, "There is no " + field + "; kpi, at and value are needed", field));
    }

    private static Outcome<ReadValue> refuse(Problem problem) {
        return Outcome.refused(problem);
    }

    private static <T> Outcome<ReadValue> then(Outcome<T> first, Function<T, Outcome<ReadValue>> next) {
        return first.fold(next, Outcome::refused);
    }
}
