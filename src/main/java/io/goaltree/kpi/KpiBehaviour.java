package io.goaltree.kpi;

import io.goaltree.behaviour.Behaviour;
import io.goaltree.behaviour.SignalDirection;
import io.goaltree.behaviour.Verdict;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Type;

/**
 * What a KPI's values say, as callers see it.
 *
 * @param whole with segments and signals, for whoever asks for those
 */
@Type("Behaviour")
@DefaultNonNull
public record KpiBehaviour(
        Verdict verdict,
        @Nullable LocalDate since,
        @Nullable SignalDirection direction,
        @Nullable LocalDate proposedRebase,
        @Ignore Supplier<Behaviour> whole) {

    /** One that is at hand, wherever it comes from. */
    public static KpiBehaviour of(Behaviour behaviour) {
        return of(KeptVerdict.of(behaviour), () -> behaviour);
    }

    static KpiBehaviour of(KeptVerdict verdict, Supplier<Behaviour> whole) {
        return new KpiBehaviour(
                verdict.verdict(), verdict.since(), verdict.direction(), verdict.proposedRebase(), whole);
    }
}
