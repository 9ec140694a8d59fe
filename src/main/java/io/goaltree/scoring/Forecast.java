package io.goaltree.scoring;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where a key result is heading: what it is expected to be at the end of its cycle's last day. Unrounded, quotients to
 * 34 digits.
 *
 * @param ratio progress at the projected value, 0..1
 * @param value projected value in the unit of the measure
 * @param lower bound of the projected value, same unit, at most {@code value}
 * @param upper bound of the projected value, same unit, at least {@code value}
 * @param perDay observed change a day, same unit; null unless the basis is LINEAR
 * @param requiredPerDay change a day from now on that still reaches the target, same unit; null when no day is left
 * @param reason why there is no forecast; null when there is one
 */
public record Forecast(
        @Nullable BigDecimal ratio,
        @Nullable BigDecimal value,
        @Nullable BigDecimal lower,
        @Nullable BigDecimal upper,
        @Nullable BigDecimal perDay,
        @Nullable BigDecimal requiredPerDay,
        ForecastBasis basis,
        @Nullable String reason) {

    static Forecast none(ForecastBasis basis, String reason) {
        return new Forecast(null, null, null, null, null, null, basis, reason);
    }
}
