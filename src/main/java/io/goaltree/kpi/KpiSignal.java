package io.goaltree.kpi;

import io.goaltree.behaviour.Signal;
import io.goaltree.behaviour.SignalDirection;
import io.goaltree.behaviour.SignalRule;
import io.smallrye.graphql.api.DefaultNonNull;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Type;

/** A signal as callers see it. */
@Type("Signal")
@DefaultNonNull
public record KpiSignal(SignalRule rule, LocalDate from, LocalDate to, SignalDirection direction) {

    public static KpiSignal of(Signal signal) {
        return new KpiSignal(signal.rule(), signal.from(), signal.to(), signal.direction());
    }
}
