package io.goaltree.tree;

import io.goaltree.scoring.ProgressStatus;
import io.goaltree.scoring.Ratios;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;

/** A {@link Standing} as callers see it: each number rounded once, here. */
@DefaultNonNull
public record Progress(
        @Nullable Double raw,
        @Nullable Double ratio,
        @Nullable Double expected,
        ProgressStatus status,
        double coverage) {

    static Progress of(Standing standing) {
        return new Progress(
                rounded(standing.score().raw()),
                rounded(standing.score().ratio()),
                rounded(standing.expected()),
                standing.status(),
                Ratios.rounded(standing.score().coverage()));
    }

    static @Nullable Double rounded(@Nullable BigDecimal exact) {
        return exact == null ? null : Ratios.rounded(exact);
    }
}
