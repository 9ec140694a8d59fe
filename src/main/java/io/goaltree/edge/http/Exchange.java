package io.goaltree.edge.http;

import io.goaltree.access.Asking;
import io.goaltree.access.Who;
import io.goaltree.edge.Faults;
import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.limits.RequestCode;
import io.goaltree.edge.operation.Answer;
import io.goaltree.edge.operation.Caller;
import io.goaltree.edge.operation.Stop;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;

/** One request and its one reply. */
final class Exchange {
    private final RoutingContext context;
    private final HttpLimits limits;
    private final Wishes wishes;

    Exchange(RoutingContext context, HttpLimits limits) {
        this.context = context;
        this.limits = limits;
        this.wishes = Wishes.of(context);
    }

    HttpServerRequest request() {
        return context.request();
    }

    RoutingContext context() {
        return context;
    }

    Wishes wishes() {
        return wishes;
    }

    Caller caller() {
        return Caller.of(context);
    }

    /** Makes the reply on a worker; when it takes too long or nobody waits for it any more, it is stopped. */
    void work(Function<Stop, Reply> door) {
        Stop stop = new Stop();
        Vertx vertx = context.vertx();
        Who who = caller().who();
        HttpServerResponse response = context.response();
        long timer = vertx.setTimer(limits.requestTime().toMillis(), id -> {
            stop.stop();
            refuse(new DocumentRefused(
                    RequestCode.TIMEOUT,
                    "No answer within " + limits.requestTime().toSeconds() + " seconds; ask for less at once"));
        });
        response.closeHandler(gone -> stop.stop());
        Future<Reply> reply = vertx.executeBlocking(() -> Asking.as(who, () -> door.apply(stop)), false);
        reply.onComplete(any -> vertx.cancelTimer(timer))
                .onSuccess(made -> made.write(response))
                .onFailure(this::refuse);
    }

    void refuse(Throwable thrown) {
        Answer answer;
        if (thrown instanceof DocumentRefused refused) {
            answer = Answer.refused(refused, limits.errors());
        } else {
            answer = Answer.fault(Faults.incident(request().method() + " " + context.normalizedPath(), thrown));
        }
        Reply reply = Reply.of(answer, wishes.refusalType(), false);
        if (answer.refusedWith() == RequestCode.METHOD_NOT_ALLOWED) {
            reply = reply.with("Allow", "GET, POST");
        }
        if (answer.refusedWith() == RequestCode.BODY_TOO_SLOW) {
            reply.with("Connection", "close").write(context.response());
            request().connection().close();
            return;
        }
        reply.write(context.response());
        dropRest();
    }

    /** In the words of the doors beside GraphQL. */
    void refusePlainly(DocumentRefused refused) {
        Reply.refusal(refused).write(context.response());
        dropRest();
    }

    /** What still comes of a refused body is read past, for callers who look at the answer only after sending all; not for ever. */
    private void dropRest() {
        HttpServerRequest request = request();
        if (!request.isEnded()) {
            request.resume();
            context.vertx().setTimer(limits.requestTime().toMillis(), id -> {
                if (!request.isEnded()) {
                    request.connection().close();
                }
            });
        }
    }
}
