package io.goaltree.kpi;

import io.goaltree.behaviour.Behaviour;
import io.goaltree.behaviour.SignalDirection;
import io.goaltree.behaviour.Verdict;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What it comes to, of a {@link Behaviour}. */
public record KeptVerdict(
        Verdict verdict,
        @Nullable LocalDate since,
        @Nullable SignalDirection direction,
        @Nullable LocalDate proposedRebase) {

    static KeptVerdict of(Behaviour behaviour) {
        return new KeptVerdict(
                behaviour.verdict(), behaviour.since(), behaviour.direction(), behaviour.proposedRebase());
    }
}
