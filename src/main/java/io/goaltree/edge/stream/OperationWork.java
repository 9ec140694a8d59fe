package io.goaltree.edge.stream;

import graphql.ExecutionResult;
import io.goaltree.access.Asking;
import io.goaltree.access.Callers;
import io.goaltree.access.Who;
import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.limits.RequestCode;
import io.goaltree.edge.operation.Admission;
import io.goaltree.edge.operation.Answer;
import io.goaltree.edge.operation.Operation;
import io.goaltree.edge.operation.Stop;
import io.goaltree.edge.operation.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** The part of a running operation that blocks: reading, executing and putting into words. On a worker only. */
@ApplicationScoped
class OperationWork {
    private final Subscriptions subscriptions;
    private final StreamLimits limits;
    private final Callers callers;

    OperationWork(Subscriptions subscriptions, StreamLimits limits, Callers callers) {
        this.subscriptions = subscriptions;
        this.limits = limits;
        this.callers = callers;
    }

    StreamLimits limits() {
        return limits;
    }

    /** Reads the operation and executes it, as far as its one answer or the source of its events. */
    Begun begin(Callable<Operation> read, Form form, Stop stop, Who who) throws Exception {
        Operation operation = read.call();
        ExecutionResult result = Asking.as(who, () -> subscriptions.open(operation, stop));
        Publisher<Object> source = Subscriptions.source(result);
        return source == null
                ? new Begun(operation, form.only(Answer.of(result, limits.errors())), null)
                : new Begun(operation, List.of(), source);
    }

    /** @throws DocumentRefused when the caller is to be let in no more */
    String next(Operation operation, Object event, Form form, Stop stop, Who who) {
        Who now = callers.again(who)
                .orElseThrow(() -> new DocumentRefused(
                        RequestCode.UNAUTHENTICATED, "Your credentials are not valid any more; show new ones"));
        Admission.require(operation.read(), now);
        return Asking.as(
                now, () -> form.next(Answer.of(subscriptions.answer(operation, event, stop), limits.errors())));
    }

    /** @param source null when the texts are all there is */
    record Begun(
            Operation operation,
            List<String> texts,
            @Nullable Publisher<Object> source) {}
}
