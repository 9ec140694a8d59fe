package io.goaltree.kpi;

import io.goaltree.behaviour.SegmentStart;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From when on the values of a KPI are to be read afresh. */
final class SegmentStarts {
    private SegmentStarts() {}

    /** Where the unit changed, numbers before and after cannot be compared: a redefinition must not look like a signal. */
    static List<SegmentStart> of(List<KpiDefinitionEntity> versions) {
        List<SegmentStart> starts = new ArrayList<>();
        for (int i = 1; i < versions.size(); i++) {
            KpiDefinitionEntity before = versions.get(i - 1);
            KpiDefinitionEntity after = versions.get(i);
            if (after.effectiveFrom != null && !Objects.equals(before.unit, after.unit)) {
                starts.add(new SegmentStart(
                        after.effectiveFrom,
                        "The unit changed from " + shown(before.unit) + " to " + shown(after.unit)));
            }
        }
        return starts;
    }

    private static String shown(@Nullable String unit) {
        return unit == null ? "none" : "'" + unit + "'";
    }
}
