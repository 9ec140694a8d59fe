package io.goaltree.edge.stream;

import io.goaltree.access.Who;
import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.limits.RequestCode;
import io.goaltree.edge.operation.Asked;
import io.goaltree.edge.operation.Caller;
import io.goaltree.edge.operation.Operation;
import io.goaltree.edge.operation.Operations;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** The door for event streams (graphql-sse, distinct connections mode): one operation, one response that stays open. */
@ApplicationScoped
public class EventStreamDoor {
    private final Operations operations;
    private final OperationWork work;
    private final OpenStreams open;

    EventStreamDoor(Operations operations, OperationWork work, OpenStreams open) {
        this.operations = operations;
        this.work = work;
        this.open = open;
    }

    /**
     * Answers a request by a stream. What is wrong with the document is told in the stream, as graphql-sse wants it; what is
     * wrong with the request is answered as everywhere else.
     *
     * @param request reads what is asked, on a worker
     * @param refuse answers by a status and JSON
     */
    public void open(RoutingContext context, Caller caller, Callable<Asked> request, Consumer<Throwable> refuse) {
        OpenStreams.Place place;
        try {
            place = open.take(caller);
        } catch (DocumentRefused full) {
            refuse.accept(full);
            return;
        }
        boolean mayWrite = HttpMethod.POST.equals(context.request().method());
        Loop loop = new Loop(context.vertx());
        EventStream stream = new EventStream(context.request(), loop, work, place, caller.who());
        loop.work(() -> read(request.call(), caller.who(), mayWrite), (operation, failure) -> {
            if (operation == null) {
                stream.dismiss();
                refuse.accept(failure == null ? new IllegalStateException("Nothing was read") : failure);
            } else {
                stream.start(operation);
            }
        });
    }

    private Callable<Operation> read(Asked asked, Who who, boolean mayWrite) {
        Operation operation;
        try {
            operation = operations.read(asked, who);
        } catch (DocumentRefused refused) {
            if (refused.code() == RequestCode.UNAUTHENTICATED || refused.code() == RequestCode.NOT_ALLOWED) {
                throw refused;
            }
            return () -> {
                throw refused;
            };
        }
        if (operation.isMutation() && !mayWrite) {
            throw new DocumentRefused(RequestCode.METHOD_NOT_ALLOWED, "A mutation needs POST; GET only reads");
        }
        return () -> operation;
    }
}
