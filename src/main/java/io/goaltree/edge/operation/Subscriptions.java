package io.goaltree.edge.operation;

import graphql.ExecutionResult;
import graphql.execution.reactive.SubscriptionPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * Runs subscriptions: opens the source of their events, then answers event by event, each in a CDI request and with data
 * loaders of its own. Both block, so they belong on a worker.
 */
@ApplicationScoped
public class Subscriptions {
    private final Execution execution;

    Subscriptions(Execution execution) {
        this.execution = execution;
    }

    /** Opens a subscription: an answer whose data is the source of events, or one with errors only. */
    public ExecutionResult open(Operation operation, Stop stop) {
        return execution.run(operation, stop);
    }

    /** The source of events in the answer to an opened subscription; null when it is an answer in itself. */
    public static @Nullable Publisher<Object> source(ExecutionResult opened) {
        return opened.getData() instanceof SubscriptionPublisher publisher ? publisher.getUpstreamPublisher() : null;
    }

    /** What the operation's fields answer for an event of its source. */
    public ExecutionResult answer(Operation operation, Object event, Stop stop) {
        return execution.run(operation, stop, EventStrategy.context(event));
    }
}
