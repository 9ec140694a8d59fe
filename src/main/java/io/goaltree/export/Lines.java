package io.goaltree.export;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An export, line by line. */
interface Lines extends AutoCloseable {
    Lines NONE = new Lines() {
        @Override
        public byte @Nullable [] next() {
            return null;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    };

    /** The next line in UTF-8, with a line feed at its end; null when there are no more. */
    byte @Nullable [] next() throws IOException;

    /** Ends it, wherever it is. May be called again. */
    @Override
    void close();
}
