package io.goaltree.ingest;

import static io.goaltree.shared.UserErrorCode.INVALID_VALUE;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** A text of items, none of which may be so long that it would have to be kept in memory before it is refused. */
final class ItemReader extends FilterReader {
    private static final int LONGEST = 65_536;

    private long item;
    private long readBefore;
    private long read;
    private long textUpTo = Long.MAX_VALUE;

    ItemReader(Reader text) {
        super(text);
    }

    void beginItem(long index) {
        item = index;
        readBefore = read;
    }

    /** Whether all is text before this offset, in characters. */
    boolean isTextUntil(long offset) {
        return offset <= textUpTo;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        for (int i = 0; i < count && textUpTo == Long.MAX_VALUE; i++) {
            if (buffer[offset + i] == Utf8.NO_TEXT) {
                textUpTo = read + i;
            }
        }
        read += Math.max(count, 0);
        if (read - readBefore > LONGEST) {
            throw new BodyRefused(INVALID_VALUE, "Item " + item + " is longer than " + LONGEST + " characters");
        }
        return count;
    }
}
