package io.goaltree.kpi;

import io.goaltree.behaviour.SegmentStart;
import io.goaltree.shared.Check;
import io.goaltree.time.Cadence;
import io.goaltree.time.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From when on the values of a KPI are to be read afresh. */
final class SegmentStarts {
    private SegmentStarts() {}

    /**
     * Where the unit, the formula or the source changed, numbers before and after cannot be compared: a redefinition must
     * not look like a signal. What counts is the definition in force for one period and for the next: a version that was
     * replaced before a period began with it starts nothing.
     */
    static List<SegmentStart> of(KpiDefinitions definitions, UUID kpi, Cadence cadence) {
        TreeSet<LocalDate> periods = new TreeSet<>();
        for (KpiDefinitionEntity version : definitions.of(kpi)) {
            if (version.effectiveFrom != null) {
                periods.add(firstPeriod(version.effectiveFrom, cadence));
            }
        }
        List<SegmentStart> starts = new ArrayList<>();
        for (LocalDate period : periods) {
            LocalDate previous = cadence.periodContaining(period.minusDays(1)).from();
            KpiDefinitionEntity before = definitions.inForce(kpi, previous);
            KpiDefinitionEntity after = definitions.inForce(kpi, period);
            String changes = changes(before, after);
            if (!changes.isEmpty()) {
                starts.add(new SegmentStart(Objects.requireNonNull(after.effectiveFrom), changes));
            }
        }
        return starts;
    }

    /** The first day of the first period that begins on a day or after it. */
    private static LocalDate firstPeriod(LocalDate day, Cadence cadence) {
        DateRange period = cadence.periodContaining(day);
        return period.from().equals(day) ? day : period.until();
    }

    private static String changes(KpiDefinitionEntity before, KpiDefinitionEntity after) {
        List<String> changes = new ArrayList<>();
        note(changes, "unit", before.unit, after.unit);
        note(changes, "formula", before.formula, after.formula);
        note(changes, "source", before.source, after.source);
        return changes.isEmpty() ? "" : "The " + String.join(", the ", changes);
    }

    private static void note(List<String> changes, String what, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            changes.add(what + " changed from " + shown(before) + " to " + shown(after));
        }
    }

    private static String shown(@Nullable String text) {
        return text == null ? "none" : "'" + Check.shortened(text) + "'";
    }
}
