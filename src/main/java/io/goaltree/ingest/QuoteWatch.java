package io.goaltree.ingest;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Follows the quotes of a CSV text as it is read. A CSV reader takes the end of the text for the end of an open quote;
 * for us that is a file that was cut off, and its last row is not what was meant.
 */
final class QuoteWatch extends FilterReader {
    private enum Place {
        FIELD_START,
        UNQUOTED,
        QUOTED,
        AFTER_QUOTE
    }

    private Place place = Place.FIELD_START;
    private boolean atEnd;

    QuoteWatch(Reader text) {
        super(text);
    }

    /** Whether the text ended inside an open quote. */
    boolean isCutOff() {
        return atEnd && place == Place.QUOTED;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        atEnd = count < 0;
        for (int i = offset; i < offset + count; i++) {
            place = after(buffer[i]);
        }
        return count;
    }

    private Place after(char next) {
        boolean isQuote = next == '"';
        if (place == Place.QUOTED) {
            return isQuote ? Place.AFTER_QUOTE : Place.QUOTED;
        }
        if (isQuote && place != Place.UNQUOTED) {
            return Place.QUOTED;
        }
        return next == ',' || next == '\n' || next == '\r' ? Place.FIELD_START : Place.UNQUOTED;
    }
}
