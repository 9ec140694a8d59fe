package io.goaltree.ingest;

import static io.goaltree.shared.UserErrorCode.INVALID_VALUE;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** A text of items, none of which may be so long that it would have to be kept in memory before it is refused. */
final class ItemReader extends FilterReader {
    private static final int LONGEST = 65_536;

    private long read;

    ItemReader(Reader text) {
        super(text);
    }

    void beginItem() {
        read = 0;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        read += Math.max(count, 0);
        if (read > LONGEST) {
            throw new BodyRefused(INVALID_VALUE, "An item of the array is longer than " + LONGEST + " characters");
        }
        return count;
    }
}
