package io.goaltree.ingest;

import io.goaltree.access.Asking;
import io.goaltree.access.Who;
import io.goaltree.edge.http.Streamed;
import io.goaltree.edge.operation.Caller;
import io.goaltree.edge.stream.LongRequests;
import io.goaltree.shared.UserErrorCode;
import io.quarkus.arc.Arc;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The door for scripts that bring KPI values without GraphQL. A route of its own: a body may be of any size, the answer begins
 * before the body ends, and every refusal is JSON.
 */
@ApplicationScoped
class IngestRoute {
    static final String PATH = "/ingest/kpi-values";

    /** After the rate is counted (-101), before the limit of a body's size (-2). */
    private static final int ORDER = -50;

    private static final String ALLOWED = "POST, OPTIONS";
    private static final String RETRY_SECONDS = "5";

    /** Each holds a thread for as long as its caller sends. */
    private static final int MOST_AT_ONCE = 32;

    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final IngestDoor door;
    private final LongRequests requests;
    private final Duration patience;

    IngestRoute(
            IngestDoor door,
            LongRequests requests,
            @ConfigProperty(name = "quarkus.http.read-timeout", defaultValue = "60S") Duration patience) {
        this.door = door;
        this.requests = requests;
        this.patience = patience;
    }

    void install(@Observes Router router) {
        router.route(PATH).order(ORDER).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        BodyStream body = BodyStream.of(request, patience);
        try {
            HttpMethod method = request.method();
            if (method == HttpMethod.OPTIONS) {
                context.response()
                        .setStatusCode(204)
                        .putHeader(HttpHeaders.ALLOW, ALLOWED)
                        .end();
                body.drop();
            } else if (method == HttpMethod.POST) {
                serve(context, Wish.of(request.headers(), context.queryParams()), body);
            } else {
                context.response().putHeader(HttpHeaders.ALLOW, ALLOWED);
                throw new BodyRefused(
                        new Refusal(405, "METHOD_NOT_ALLOWED", method + " is not possible here; use POST"));
            }
        } catch (BodyRefused e) {
            refuse(request, body, e.refusal(), isAwaited(request));
        } catch (IllegalArgumentException | HttpException e) {
            Refusal refusal =
                    Refusal.badRequest(UserErrorCode.INVALID_VALUE, "The URL's parameters are not well-formed");
            refuse(request, body, refusal, isAwaited(request));
        }
    }

    private void serve(RoutingContext context, Wish wish, BodyStream body) {
        if (!places.tryAcquire()) {
            throw new BodyRefused(new Refusal(
                    Refusal.BUSY,
                    "BUSY",
                    "There are " + MOST_AT_ONCE + " calls under way, as many as may be; repeat it later"));
        }
        if (isAwaited(context.request())) {
            context.response().writeContinue();
        }
        body.begin();
        Who who = Caller.who(context);
        Arc.container().getExecutorService().execute(() -> {
            try {
                // Whoever records values decides in sight of all that they move.
                Asking.as(
                        who,
                        () -> Asking.whole(() -> {
                            requests.during(
                                    context.request(), who, body::forbid, () -> serve(context.request(), wish, body));
                            return null;
                        }));
            } finally {
                places.release();
            }
        });
    }

    private void serve(HttpServerRequest request, Wish wish, BodyStream body) {
        Telling telling = wish.format().telling();
        try (Answer answer = new Answer(request, wish.format().answerType())) {
            End end = door.serve(wish, body, answer, telling);
            Refusal fault = end.fault();
            if (fault != null && end.isRefused() && !answer.isBegun()) {
                refuse(request, body, fault, false);
                return;
            }
            boolean isRead = !isTooSlow(fault) && body.readOver();
            answer.bodyIsRead();
            answer.tell(telling.end(end));
            answer.end();
            if (!isRead) {
                body.drop();
                Streamed.cut(request);
            }
        } catch (BodyCut gone) {
            Streamed.cut(request);
        } catch (RuntimeException e) {
            Refusal fault = IngestDoor.fault(e);
            if (request.response().headWritten()) {
                Streamed.cut(request);
            } else {
                refuse(request, body, fault, false);
            }
        }
    }

    private static boolean isTooSlow(@Nullable Refusal fault) {
        return fault != null && fault.status() == Refusal.TOO_SLOW;
    }

    /** The whole answer goes at once, for callers who listen; it ends with the body, for those who send all of it before. */
    private static void refuse(HttpServerRequest request, BodyStream body, Refusal refusal, boolean bodyIsHeldBack) {
        HttpServerResponse response = request.response();
        String json = IngestJson.error(refusal);
        response.setStatusCode(refusal.status()).putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        if (refusal.status() == Refusal.CONFLICT || refusal.status() == Refusal.BUSY) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        if (bodyIsHeldBack || isTooSlow(refusal)) {
            if (request.version() != HttpVersion.HTTP_2) {
                response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            }
            response.end(json).onComplete(sent -> Streamed.cut(request));
            return;
        }
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(bytes.length));
        if (request.method() != HttpMethod.HEAD) {
            response.write(Buffer.buffer(bytes));
        }
        body.drop().onComplete(over -> {
            if (!response.closed()) {
                response.end();
            }
        });
    }

    /** Whether the caller sends the body only when it is told to. */
    private static boolean isAwaited(HttpServerRequest request) {
        return "100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT));
    }
}
