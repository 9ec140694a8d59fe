package io.goaltree.export;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Lines that take one of a few places until they are closed: each holds a connection as slowly as its caller reads. */
final class CountedLines implements Lines {
    private final Lines lines;
    private final Semaphore places;
    private final AtomicBoolean isClosed = new AtomicBoolean();

    /** @param places of which one was taken for these */
    CountedLines(Lines lines, Semaphore places) {
        this.lines = lines;
        this.places = places;
    }

    @Override
    public byte @Nullable [] next() throws IOException {
        return lines.next();
    }

    @Override
    public void close() {
        if (isClosed.compareAndSet(false, true)) {
            try {
                lines.close();
            } finally {
                places.release();
            }
        }
    }
}
