package io.goaltree.edge.operation;

import graphql.execution.AbortExecutionException;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;

/** Resolves fields like its parent, until the run is stopped. */
class StoppableStrategy extends AsyncExecutionStrategy {
    StoppableStrategy(DataFetcherExceptionHandler faults) {
        super(faults);
    }

    @Override
    protected Object fetchField(ExecutionContext context, ExecutionStrategyParameters parameters) {
        if (Stop.isStopped(context.getGraphQLContext())) {
            throw new AbortExecutionException("Stopped");
        }
        return super.fetchField(context, parameters);
    }
}
