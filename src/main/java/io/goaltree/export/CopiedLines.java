package io.goaltree.export;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyOut;

/** What COPY writes, one statement after the other. The server sends no more than is read. */
final class CopiedLines implements Lines {
    private final ValueSnapshot snapshot;
    private final Deque<String> statements;
    private @Nullable CopyOut copy;
    private byte @Nullable [] ahead;
    private boolean isClosed;

    private CopiedLines(ValueSnapshot snapshot, List<String> statements) {
        this.snapshot = snapshot;
        this.statements = new ArrayDeque<>(statements);
    }

    /** Has read the first line already: what is wrong with the first statement shows here. */
    static CopiedLines open(ValueSnapshot snapshot, List<String> statements) throws IOException {
        CopiedLines lines = new CopiedLines(snapshot, statements);
        try {
            lines.ahead = lines.read();
            return lines;
        } catch (IOException | RuntimeException e) {
            lines.close();
            throw e;
        }
    }

    @Override
    public byte @Nullable [] next() throws IOException {
        byte[] line = ahead;
        if (line != null) {
            ahead = read();
        }
        return line;
    }

    private byte @Nullable [] read() throws IOException {
        try {
            while (true) {
                if (copy == null) {
                    String statement = statements.poll();
                    if (statement == null) {
                        return null;
                    }
                    copy = snapshot.copy(statement);
                }
                byte[] line = copy.readFromCopy();
                if (line != null) {
                    return line;
                }
                copy = null;
            }
        } catch (SQLException e) {
            throw new IOException("The rows could not be read on", e);
        }
    }

    @Override
    public void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        if (copy != null) {
            // To cancel may hit the next statement of whoever gets the connection: one that is in the middle is not
            // used again.
            snapshot.spoil();
        }
        snapshot.close();
    }
}
