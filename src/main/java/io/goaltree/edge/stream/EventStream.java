package io.goaltree.edge.stream;

import io.goaltree.access.Who;
import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.limits.RequestCode;
import io.goaltree.edge.operation.Operation;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** One response that events are written to until its operation ends or its reader is gone. On the event loop only. */
final class EventStream implements Outlet {
    /** For the reader to take the last events of a stream that is cut off. */
    private static final Duration CLOSING_TIME = Duration.ofSeconds(2);

    private static final long HTTP_2_CANCEL = 8;
    private static final int SERVICE_UNAVAILABLE = 503;

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Loop loop;
    private final OpenStreams.Place place;
    private final Form form = new EventForm();
    private final Outflow outflow;
    private final OperationRun run;
    private final StreamLimits limits;
    private Loop.@Nullable Timer comments;
    private boolean dismissed;
    private boolean gone;

    EventStream(HttpServerRequest request, Loop loop, OperationWork work, OpenStreams.Place place, Who who) {
        this.request = request;
        this.response = request.response();
        this.loop = loop;
        this.place = place;
        this.limits = work.limits();
        this.outflow = new Outflow(response, loop, limits.slowTime(), this::tooSlow);
        this.run = new OperationRun(work, loop, this, who);
        response.closeHandler(any -> gone());
        place.whenExpelled(() -> loop.run(() -> run.fail(OperationWork.notAnyMore())));
        place.whenLeaving(() -> loop.run(this::leave));
    }

    void start(Callable<Operation> operation) {
        if (!gone) {
            run.start(operation);
        }
    }

    /** Leaves the response to somebody else. */
    void dismiss() {
        dismissed = true;
        gone();
    }

    @Override
    public Form form() {
        return form;
    }

    @Override
    public void begun() {
        write(EventForm.COMMENT);
    }

    @Override
    public void write(String text) {
        if (gone || response.ended() || response.closed()) {
            return;
        }
        if (!response.headWritten()) {
            response.setChunked(true)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream; charset=utf-8")
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                    .putHeader("X-Accel-Buffering", "no");
            comments = loop.every(limits.commentTime(), this::comment);
        }
        response.write(text);
        // Starts the clock of a reader that does not read.
        outflow.isFull();
    }

    @Override
    public void whenDrained(Runnable next) {
        if (!gone) {
            outflow.whenDrained(next);
        }
    }

    @Override
    public void over() {
        end();
    }

    @Override
    public void settled() {
        // The next request of this caller is counted by its rate.
    }

    private void comment() {
        if (!outflow.isFull()) {
            write(EventForm.COMMENT);
        }
    }

    /** The stream is at its end once all is written; until then its reader may still be too slow. */
    private void end() {
        if (!gone && !response.ended() && !response.closed()) {
            response.end().onComplete(written -> gone());
        }
    }

    /** Without a complete event, so that the client knows to connect anew. */
    private void leave() {
        run.cancel();
        if (!dismissed) {
            if (!response.headWritten()) {
                response.setStatusCode(SERVICE_UNAVAILABLE);
            }
            end();
        }
    }

    private void tooSlow() {
        run.fail(new DocumentRefused(
                RequestCode.SLOW_CONSUMER, "Too slow: nothing was read for " + Durations.said(limits.slowTime())));
        loop.after(CLOSING_TIME, this::cut);
    }

    private void cut() {
        if (gone) {
            return;
        }
        if (request.version() == HttpVersion.HTTP_2) {
            response.reset(HTTP_2_CANCEL);
        } else {
            Cut.now(request.connection());
        }
    }

    private void gone() {
        if (!gone) {
            gone = true;
            run.cancel();
            outflow.close();
            if (comments != null) {
                comments.cancel();
            }
            place.free();
        }
    }
}
