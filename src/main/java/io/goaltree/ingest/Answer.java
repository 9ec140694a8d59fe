package io.goaltree.ingest;

import io.goaltree.edge.http.Streamed;
import io.vertx.core.AsyncResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a body that is still being read. Many callers take nothing before they have sent all: to wait for them while
 * they wait for us would be for ever. So until the body is read nothing is sent that would have to wait; it goes to a file and
 * from there when the body is read. A caller who is gone is told nothing more; what was asked is done all the same.
 */
final class Answer implements AutoCloseable {
    /** In bytes: what may be on its way. */
    private static final int WINDOW = 262_144;

    private static final int AT_ONCE = 65_536;

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final String type;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private long underWay;
    private boolean isGone;
    private boolean isBegun;
    private boolean isBodyRead;
    private @Nullable Overflow overflow;

    Answer(HttpServerRequest request, String type) {
        this.request = request;
        this.response = request.response();
        this.type = type;
    }

    boolean isBegun() {
        return isBegun;
    }

    /** Says something that must be heard. */
    void tell(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (isBodyRead) {
            awaitRoom();
            send(bytes);
        } else if (overflow == null && hasRoom()) {
            send(bytes);
        } else {
            overflow = overflow == null ? new Overflow() : overflow;
            overflow.write(bytes);
        }
    }

    /** Says something that need not be heard, if there is somebody to hear it. */
    void mention(String text) {
        if (overflow == null && hasRoom()) {
            send(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** From here on the caller has nothing to do but to listen, so that we can wait. */
    void bodyIsRead() {
        isBodyRead = true;
        if (overflow == null) {
            return;
        }
        try (Overflow file = overflow;
                InputStream kept = file.read()) {
            overflow = null;
            byte[] some = kept.readNBytes(AT_ONCE);
            while (some.length > 0 && awaitRoom()) {
                send(some);
                some = kept.readNBytes(AT_ONCE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void end() {
        begin();
        Streamed.end(request);
    }

    @Override
    public void close() {
        if (overflow != null) {
            overflow.close();
        }
    }

    private void begin() {
        if (!isBegun) {
            isBegun = true;
            Streamed.begin(request);
            response.putHeader(HttpHeaders.CONTENT_TYPE, type);
        }
    }

    private void send(byte[] bytes) {
        lock.lock();
        try {
            if (isGone) {
                return;
            }
            underWay += bytes.length;
        } finally {
            lock.unlock();
        }
        begin();
        response.write(Buffer.buffer(bytes)).onComplete(written -> sent(bytes.length, written));
    }

    private void sent(int length, AsyncResult<Void> written) {
        lock.lock();
        try {
            underWay -= length;
            isGone |= written.failed();
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean hasRoom() {
        return !response.writeQueueFull() && underWay() < WINDOW;
    }

    private long underWay() {
        lock.lock();
        try {
            return underWay;
        } finally {
            lock.unlock();
        }
    }

    /** False when nobody listens any more; who takes nothing for a long time is disconnected. */
    private boolean awaitRoom() {
        lock.lock();
        try {
            while (underWay >= WINDOW && !isGone) {
                news.await();
            }
            return !isGone;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            isGone = true;
            return false;
        } finally {
            lock.unlock();
        }
    }
}
