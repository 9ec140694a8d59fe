package io.goaltree.edge;

import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.execution.datafetcher.MultiDataFetcher;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.mutiny.Multi;
import mutiny.zero.flow.adapters.AdaptersToReactiveStreams;
import org.reactivestreams.Publisher;

/**
 * Starts a subscription. SmallRye's own way turns a failure into an event with the data of the one before; here a failure
 * stays a failure, and events are handed on as they are: {@code operation.Subscriptions} answers each in a request of its own.
 */
final class StreamFetcher<K, T> extends MultiDataFetcher<K, T> {
    StreamFetcher(Operation operation, Type type) {
        super(operation, type);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the overridden method has it
    protected <O> O invokeAndTransform(
            Context context,
            DataFetchingEnvironment environment,
            DataFetcherResult.Builder<Object> unused,
            Object[] arguments)
            throws Exception {
        Multi<Object> events = ((Multi<Object>) handleUserMethodCall(environment, arguments))
                .onSubscription()
                .invoke(() -> metricsEmitter.subscriptionStart(context))
                .onTermination()
                .invoke(() -> metricsEmitter.subscriptionEnd(context));
        Publisher<Object> published = AdaptersToReactiveStreams.publisher(events);
        return (O) published;
    }
}
