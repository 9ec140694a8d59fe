package io.goaltree.edge.http;

import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.limits.RequestCode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Collects a body, as long as it is neither too large nor too slow. */
final class BodyReader {
    private final HttpServerRequest request;
    private final HttpLimits limits;
    private final Buffer body = Buffer.buffer();
    private final Promise<Buffer> promise = Promise.promise();

    private BodyReader(HttpServerRequest request, HttpLimits limits) {
        this.request = request;
        this.limits = limits;
    }

    static Future<Buffer> read(Vertx vertx, HttpServerRequest request, HttpLimits limits) {
        return new BodyReader(request, limits).start(vertx);
    }

    private Future<Buffer> start(Vertx vertx) {
        if (declared() > limits.bodyBytes()) {
            return Future.failedFuture(tooLarge());
        }
        long timer = vertx.setTimer(limits.requestTime().toMillis(), id -> refuse(tooSlow()));
        request.handler(this::take)
                // The caller is gone: there is nobody to answer.
                .exceptionHandler(gone -> vertx.cancelTimer(timer))
                .endHandler(end -> promise.tryComplete(body))
                .resume();
        return promise.future().onComplete(any -> vertx.cancelTimer(timer));
    }

    private long declared() {
        try {
            String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
            return length == null ? 0 : Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private void take(Buffer part) {
        if (body.length() + part.length() > limits.bodyBytes()) {
            refuse(tooLarge());
        } else if (!promise.future().isComplete()) {
            body.appendBuffer(part);
        }
    }

    private void refuse(DocumentRefused refusal) {
        // Whatever still comes is dropped; the connection ends with the answer.
        request.handler(rest -> {});
        promise.tryFail(refusal);
    }

    private DocumentRefused tooLarge() {
        return new DocumentRefused(
                RequestCode.BODY_TOO_LARGE, "The body is larger than " + limits.bodyBytes() + " bytes");
    }

    private DocumentRefused tooSlow() {
        return new DocumentRefused(
                RequestCode.BODY_TOO_SLOW,
                "The body did not arrive within " + limits.requestTime().toSeconds() + " seconds");
    }
}
