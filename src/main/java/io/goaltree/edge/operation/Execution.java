package io.goaltree.edge.operation;

import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.AsyncSerialExecutionStrategy;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import io.goaltree.access.Asking;
import io.goaltree.edge.Faults;
import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.limits.RequestCode;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import io.smallrye.graphql.execution.ExecutionResponse;
import io.smallrye.graphql.execution.ExecutionResponseWriter;
import io.smallrye.graphql.execution.ExecutionService;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Runs an operation on the calling thread, which must be one that may block, through SmallRye's execution service. The
 * document is handed over as it was read: SmallRye gets a stand-in of the same kind to parse, keeps no texts of callers
 * and has nothing left to validate.
 */
@ApplicationScoped
public class Execution {
    private static final String OPERATION = "goaltree.operation";

    private final Instance<ExecutionService> service;

    private final Turns turns;
    private final RunLimits limits;

    Execution(Instance<ExecutionService> service, Turns turns, RunLimits limits) {
        this.service = service;
        this.turns = turns;
        this.limits = limits;
    }

    void configure(@Observes GraphQL.Builder builder) {
        Faults faults = new Faults();
        builder.defaultDataFetcherExceptionHandler(faults)
                .queryExecutionStrategy(new StoppableStrategy(faults, limits.values()))
                .mutationExecutionStrategy(new AsyncSerialExecutionStrategy(faults))
                .subscriptionExecutionStrategy(new EventStrategy(faults, limits.values()))
                .preparsedDocumentProvider((input, parse) -> {
                    Operation operation = input.getGraphQLContext().get(OPERATION);
                    return CompletableFuture.completedFuture(new PreparsedDocumentEntry(operation.document()));
                });
    }

    /**
     * Runs the operation in a CDI request of its own, when its turn has come.
     *
     * @return data, errors or both; of a subscription, see {@link Subscriptions}
     */
    public ExecutionResult run(Operation operation, Stop stop) {
        return run(operation, stop, Map.of());
    }

    /** @param more what the strategies find in the GraphQL context on top */
    ExecutionResult run(Operation operation, Stop stop, Map<String, Object> more) {
        if (!Asking.isKnown()) {
            throw new IllegalStateException("An operation was run for nobody");
        }
        turns.take(stop);
        try {
            stop.renew();
            return runNow(operation, stop, more).get(stop, limits);
        } finally {
            turns.leave();
        }
    }

    private Result runNow(Operation operation, Stop stop, Map<String, Object> more) {
        ManagedContext requests = Arc.container().requestContext();
        requests.activate();
        ContextState state = requests.getState();
        SmallRyeContextManager.clearCurrentSmallRyeContext();
        try {
            Map<String, Object> context = new HashMap<>(more);
            context.put(OPERATION, operation);
            context.put(Stop.key(), stop);
            // SmallRye's own keys: fields run on the calling thread, each in this CDI request.
            context.put("runBlocking", true);
            context.put("state", state);
            Result result = new Result();
            service.get().executeSync(request(operation), context, result);
            return result;
        } finally {
            SmallRyeContextManager.clearCurrentSmallRyeContext();
            requests.deactivate();
            requests.destroy(state);
        }
    }

    private static JsonObject request(Operation operation) {
        String standIn = operation.read().kind().name().toLowerCase(Locale.ROOT) + "{__typename}";
        JsonObjectBuilder request = Json.createObjectBuilder()
                .add("query", standIn)
                .add("variables", operation.asked().variables());
        String name = operation.asked().operationName();
        return (name == null ? request : request.add("operationName", name)).build();
    }

    private static final class Result implements ExecutionResponseWriter {
        private @Nullable ExecutionResult result;
        private @Nullable Throwable failure;

        @Override
        public void write(ExecutionResponse response) {
            result = response.getExecutionResult();
        }

        @Override
        public void fail(Throwable thrown) {
            failure = thrown;
        }

        ExecutionResult get(Stop stop, RunLimits limits) {
            if (stop.isSpent()) {
                throw new DocumentRefused(
                        RequestCode.COST_TOO_HIGH,
                        "The answer would hold more than " + limits.values()
                                + " values; select fewer fields, or smaller pages. What a mutation has done stands");
            }
            if (stop.isStopped()) {
                throw new DocumentRefused(RequestCode.TIMEOUT, "The request was stopped");
            }
            if (result == null) {
                throw new IllegalStateException("The execution did not answer", failure);
            }
            return result;
        }
    }
}
