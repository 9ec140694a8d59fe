package io.goaltree.edge.operation;

import graphql.ExceptionWhileDataFetching;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.execution.DataFetcherResult;
import graphql.execution.reactive.SubscriptionPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionException;
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

    /**
     * What the operation's fields answer for an event of its source.
     *
     * @throws CompletionException when the event is the failure of its source, with the failure as the cause
     */
    public ExecutionResult answer(Operation operation, Object event, Stop stop) {
        Object value = event;
        if (event instanceof DataFetcherResult<?> wrapped) {
            throwFailure(wrapped);
            value = wrapped.getData();
        }
        return execution.run(operation, stop, EventStrategy.context(value));
    }

    /** SmallRye turns a failure into one more event, which has the data of the one before and the failure as an error. */
    private static void throwFailure(DataFetcherResult<?> event) {
        if (!event.hasErrors()) {
            return;
        }
        GraphQLError error = event.getErrors().get(event.getErrors().size() - 1);
        throw new CompletionException(
                error instanceof ExceptionWhileDataFetching failed
                        ? failed.getException()
                        : new IllegalStateException(error.getMessage()));
    }
}
