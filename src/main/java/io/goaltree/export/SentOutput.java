package io.goaltree.export;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.OutputStream;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Bytes on their way to a caller: while one piece is sent the next is made, and no more. */
final class SentOutput extends OutputStream {
    /** For how long a caller may read nothing. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpServerResponse response;

    /** Ends with a fault when the caller goes away: a piece that is on its way then may never arrive, nor fail. */
    private final CompletableFuture<Void> gone = new CompletableFuture<>();

    private Future<Void> underWay = Future.succeededFuture();

    SentOutput(HttpServerResponse response) {
        this.response = response;
        response.exceptionHandler(gone::completeExceptionally)
                .closeHandler(closed -> gone.completeExceptionally(new ClosedChannelException()));
    }

    @Override
    public void write(int one) throws CallerGone {
        write(new byte[] {(byte) one}, 0, 1);
    }

    /** @throws CallerGone when the caller went away, or read nothing for a minute */
    @Override
    public void write(byte[] bytes, int from, int length) throws CallerGone {
        if (length == 0) {
            return;
        }
        Buffer piece = Buffer.buffer(length).appendBytes(bytes, from, length);
        await();
        underWay = response.write(piece);
    }

    @Override
    public void close() throws CallerGone {
        await();
    }

    private void await() throws CallerGone {
        try {
            CompletableFuture.anyOf(underWay.toCompletionStage().toCompletableFuture(), gone)
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new CallerGone(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallerGone(e);
        }
    }
}
