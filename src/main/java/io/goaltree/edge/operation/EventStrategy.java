package io.goaltree.edge.operation;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataLoaderDispatchStrategy;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.SubscriptionExecutionStrategy;
import graphql.execution.instrumentation.dataloader.PerLevelDataLoaderDispatchStrategy;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Runs a subscription twice over: without an event it opens the source; with one it answers the fields of that event as a
 * query would, in an execution of its own. So no event sees what an earlier one has loaded, and a null where none may be
 * ends the answer, not the stream.
 */
final class EventStrategy extends StoppableStrategy {
    private static final String KEY = "goaltree.event";

    private final SubscriptionExecutionStrategy sources;

    EventStrategy(DataFetcherExceptionHandler faults, long mostValues) {
        super(faults, mostValues);
        this.sources = new SubscriptionExecutionStrategy(faults);
    }

    static Map<String, Object> context(@Nullable Object event) {
        return Map.of(KEY, new Event(event));
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(
            ExecutionContext context, ExecutionStrategyParameters parameters) {
        if (context.getGraphQLContext().hasKey(KEY)) {
            if (context.getDataLoaderDispatcherStrategy() != DataLoaderDispatchStrategy.NO_OP) {
                // For a subscription graphql-java would load one by one.
                context.setDataLoaderDispatcherStrategy(new PerLevelDataLoaderDispatchStrategy(context));
            }
            return super.execute(context, parameters);
        }
        if (parameters.getFields().isEmpty()) {
            // Its one field is left out by @skip or @include.
            return CompletableFuture.completedFuture(new ExecutionResultImpl(Map.of(), context.getErrors()));
        }
        return sources.execute(context, parameters).thenApply(EventStrategy::withoutEmptyData);
    }

    /** A source that could not be opened is a request refused, not an event that is null. */
    private static ExecutionResult withoutEmptyData(ExecutionResult opened) {
        return opened.getData() == null ? new ExecutionResultImpl(opened.getErrors()) : opened;
    }

    @Override
    protected Object fetchField(ExecutionContext context, ExecutionStrategyParameters parameters) {
        if (parameters.getPath().getLevel() > 1) {
            return super.fetchField(context, parameters);
        }
        Event event = context.getGraphQLContext().get(KEY);
        context.getDataLoaderDispatcherStrategy()
                .fieldFetched(context, parameters, environment -> event.value(), event);
        return unboxPossibleDataFetcherResult(context, parameters, event.value());
    }

    private record Event(@Nullable Object value) {}
}
