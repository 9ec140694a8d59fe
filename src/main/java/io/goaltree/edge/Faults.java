package io.goaltree.edge;

import graphql.ErrorClassification;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jboss.logging.Logger;

/**
 * The one place where an exception becomes an answer: a refused read keeps its message and code; everything else is a
 * fault of ours, of which the caller sees an incident id and the log one line with the cause.
 */
public final class Faults implements DataFetcherExceptionHandler {
    private static final Logger LOG = Logger.getLogger(Faults.class);

    /** Logs a fault and returns the id under which it can be found in the log. */
    public static String incident(String where, Throwable cause) {
        String incident = UUID.randomUUID().toString();
        LOG.errorf(cause, "Incident %s at %s", incident, where);
        return incident;
    }

    public static String message(String incident) {
        return "Something went wrong on our side; the log has it as incident " + incident;
    }

    /** The extensions of an error that is a fault of ours. */
    public static Map<String, Object> extensions(String incident) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", "INTERNAL");
        extensions.put("incident", incident);
        return extensions;
    }

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        Throwable cause = root(parameters.getException());
        Map<String, Object> extensions;
        String message;
        if (cause instanceof RequestRefused refused) {
            message = String.valueOf(refused.getMessage());
            extensions = Map.of("code", refused.code().name());
        } else {
            String incident = incident(parameters.getPath().toString(), cause);
            message = message(incident);
            extensions = extensions(incident);
        }
        var error = GraphqlErrorBuilder.newError()
                .message("%s", message)
                .path(parameters.getPath())
                .location(parameters.getSourceLocation())
                .errorType(ErrorClassification.errorClassification(String.valueOf(extensions.get("code"))))
                .extensions(extensions)
                .build();
        return CompletableFuture.completedFuture(
                DataFetcherExceptionHandlerResult.newResult(error).build());
    }

    private static Throwable root(Throwable thrown) {
        Throwable cause = thrown;
        while ((cause instanceof CompletionException
                        || cause instanceof ExecutionException
                        || cause instanceof InvocationTargetException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
