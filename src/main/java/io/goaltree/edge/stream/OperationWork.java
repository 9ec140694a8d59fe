package io.goaltree.edge.stream;

import graphql.ExecutionResult;
import io.goaltree.access.Asking;
import io.goaltree.access.Callers;
import io.goaltree.access.Who;
import io.goaltree.edge.Discretion;
import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.limits.RequestCode;
import io.goaltree.edge.operation.Admission;
import io.goaltree.edge.operation.Answer;
import io.goaltree.edge.operation.Operation;
import io.goaltree.edge.operation.Stop;
import io.goaltree.edge.operation.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** The part of a running operation that blocks: reading, executing and putting into words. On a worker only. */
@ApplicationScoped
class OperationWork {
    private final Subscriptions subscriptions;
    private final StreamLimits limits;
    private final Callers callers;
    private final Instance<Discretion> discretions;

    OperationWork(Subscriptions subscriptions, StreamLimits limits, Callers callers, Instance<Discretion> discretions) {
        this.subscriptions = subscriptions;
        this.limits = limits;
        this.callers = callers;
        this.discretions = discretions;
    }

    StreamLimits limits() {
        return limits;
    }

    /** Reads the operation and executes it, as far as its one answer or the source of its events. */
    Begun begin(Callable<Operation> read, Form form, Stop stop, Who who) throws Exception {
        Who now = again(who);
        Operation operation = read.call();
        Admission.require(operation.read(), now);
        ExecutionResult result = Asking.as(now, () -> subscriptions.open(operation, stop));
        Publisher<Object> source = Subscriptions.source(result);
        return source == null
                ? new Begun(operation, form.only(Answer.of(result, limits.errors())), null)
                : new Begun(operation, List.of(), source);
    }

    /**
     * The text of an event; empty when the caller is not told of it.
     *
     * @throws DocumentRefused when the caller is to be let in no more
     */
    Optional<String> next(Operation operation, Object event, Form form, Stop stop, Who who) {
        Who now = again(who);
        Admission.require(operation.read(), now);
        return Asking.as(
                now,
                () -> discretions.stream().allMatch(it -> it.tells(event))
                        ? Optional.of(
                                form.next(Answer.of(subscriptions.answer(operation, event, stop), limits.errors())))
                        : Optional.empty());
    }

    private Who again(Who who) {
        return callers.again(who).orElseThrow(OperationWork::notAnyMore);
    }

    static DocumentRefused notAnyMore() {
        return new DocumentRefused(
                RequestCode.UNAUTHENTICATED, "Your credentials are not valid any more; show new ones");
    }

    /** @param source null when the texts are all there is */
    record Begun(
            Operation operation,
            List<String> texts,
            @Nullable Publisher<Object> source) {}
}
