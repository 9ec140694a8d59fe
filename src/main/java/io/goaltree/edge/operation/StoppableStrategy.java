package io.goaltree.edge.operation;

import graphql.execution.AbortExecutionException;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;

/**
 * Resolves fields like its parent, until the run is stopped or has answered as much as a run may: what an operation can
 * answer is reckoned before it runs, but a list without pages may turn out longer than was reckoned with.
 */
class StoppableStrategy extends AsyncExecutionStrategy {
    private final long mostValues;

    StoppableStrategy(DataFetcherExceptionHandler faults, long mostValues) {
        super(faults);
        this.mostValues = mostValues;
    }

    @Override
    protected Object fetchField(ExecutionContext context, ExecutionStrategyParameters parameters) {
        if (!Stop.admits(context.getGraphQLContext(), mostValues)) {
            throw new AbortExecutionException("Stopped");
        }
        return super.fetchField(context, parameters);
    }
}
