package io.goaltree.tree;

import io.goaltree.scoring.ForecastBasis;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** A {@link io.goaltree.scoring.Forecast} as callers see it: each number rounded once, here. */
@DefaultNonNull
public record Forecast(
        @Nullable Double ratio,
        @Nullable BigDecimal value,
        @Nullable BigDecimal lower,
        @Nullable BigDecimal upper,
        @Nullable BigDecimal perDay,
        @Nullable BigDecimal requiredPerDay,
        ForecastBasis basis,
        @Nullable String reason) {
    /** More would claim to know what a forecast cannot. */
    private static final MathContext ANSWERED = new MathContext(10, RoundingMode.HALF_UP);

    static Forecast of(io.goaltree.scoring.Forecast exact) {
        return new Forecast(
                Progress.rounded(exact.ratio()),
                rounded(exact.value()),
                rounded(exact.lower()),
                rounded(exact.upper()),
                rounded(exact.perDay()),
                rounded(exact.requiredPerDay()),
                exact.basis(),
                exact.reason());
    }

    static @Nullable BigDecimal rounded(@Nullable BigDecimal exact) {
        return exact == null ? null : exact.round(ANSWERED).stripTrailingZeros();
    }
}
