package io.goaltree.ingest;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request for a thread that may wait. It is read on as it is taken from here, so that never more than a few
 * buffers of it are in memory.
 */
final class BodyStream extends InputStream {
    private static final int AHEAD = 16;

    private final HttpServerRequest request;
    private final Duration patience;
    private final Promise<Void> over = Promise.promise();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Deque<Buffer> arrived = new ArrayDeque<>();
    private Buffer current = Buffer.buffer();
    private int at;
    private boolean isEnded;
    private boolean isCut;
    private boolean isDropped;
    private volatile boolean isForbidden;

    /** @param patience how long to wait for the next bytes */
    private BodyStream(HttpServerRequest request, Duration patience) {
        this.request = request;
        this.patience = patience;
    }

    /** To be called before the request's handler returns: what comes later would be missed. */
    static BodyStream of(HttpServerRequest request, Duration patience) {
        BodyStream body = new BodyStream(request, patience);
        request.pause();
        request.handler(body::arrive).exceptionHandler(gone -> body.end(true)).endHandler(end -> body.end(false));
        return body;
    }

    /** Lets the first bytes come. */
    void begin() {
        fetch(AHEAD);
    }

    /** HTTP/2 throws when the body has ended already; then there is nothing to ask for. */
    private void fetch(long parts) {
        try {
            request.fetch(parts);
        } catch (IllegalStateException ended) {
            over.tryComplete();
        }
    }

    /** Drops what still comes, without waiting; many callers send all of a body before they look at the answer. */
    Future<Void> drop() {
        lock.lock();
        try {
            isDropped = true;
            arrived.clear();
        } finally {
            lock.unlock();
        }
        fetch(Long.MAX_VALUE);
        return over.future();
    }

    /** Whoever sends it is to be let in no more: what was not recorded yet is not to be. From any thread. */
    void forbid() {
        isForbidden = true;
    }

    boolean isForbidden() {
        return isForbidden;
    }

    /** Waits for the end of the body and drops what comes until then; false when nothing came for too long. */
    boolean readOver() {
        byte[] dropped = new byte[8_192];
        int count = 0;
        try {
            while (count >= 0) {
                count = read(dropped, 0, dropped.length);
            }
            return true;
        } catch (BodyRefused tooSlow) {
            return false;
        }
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    /**
     * @throws BodyCut when the connection ended before the body
     * @throws BodyRefused when nothing came for too long
     */
    @Override
    public int read(byte[] target, int offset, int length) {
        while (at == current.length()) {
            Buffer next = await();
            if (next == null) {
                return -1;
            }
            fetch(1);
            current = next;
            at = 0;
        }
        int count = Math.min(length, current.length() - at);
        current.getBytes(at, at + count, target, offset);
        at += count;
        return count;
    }

    private @Nullable Buffer await() {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (arrived.isEmpty() && !isEnded) {
                if (left <= 0) {
                    throw tooSlow();
                }
                left = news.awaitNanos(left);
            }
            if (arrived.isEmpty() && isCut) {
                throw new BodyCut();
            }
            return arrived.poll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BodyCut();
        } finally {
            lock.unlock();
        }
    }

    private BodyRefused tooSlow() {
        long seconds = TimeUnit.MILLISECONDS.toSeconds(patience.toMillis());
        return new BodyRefused(
                new Refusal(Refusal.TOO_SLOW, "BODY_TOO_SLOW", "Nothing of the body came for " + seconds + " seconds"));
    }

    private void arrive(Buffer part) {
        lock.lock();
        try {
            if (!isDropped) {
                arrived.add(part);
            }
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void end(boolean early) {
        lock.lock();
        try {
            isCut |= early && !isEnded;
            isEnded = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
        over.tryComplete();
    }
}
