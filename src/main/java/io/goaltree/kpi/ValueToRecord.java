package io.goaltree.kpi;

import io.goaltree.shared.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One value as a caller gave it: nothing in it is checked yet.
 *
 * @param kpi key or id
 * @param at a date, or an instant with an offset
 * @param value a decimal number as text
 * @param malformed what made it impossible to read the item at all, path from the item; null when it could be read
 */
public record ValueToRecord(
        @Nullable String kpi,
        @Nullable String at,
        @Nullable String value,
        @Nullable String unit,
        @Nullable String note,
        @Nullable String source,
        @Nullable Problem malformed) {

    public static ValueToRecord malformed(Problem problem) {
        return new ValueToRecord(null, null, null, null, null, null, problem);
    }
}
