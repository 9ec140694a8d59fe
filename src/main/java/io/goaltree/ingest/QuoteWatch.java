package io.goaltree.ingest;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Follows the quotes of a CSV text as it is read. A CSV reader takes the end of the text for the end of an open quote;
 * for us that is a file that was cut off, and its last row is not what was meant. Text after a closing quote is marked, with
 * all that follows up to the next comma or line end, so that no quote in it is taken for an opening one: then only its own row
 * is wrong.
 */
final class QuoteWatch extends FilterReader {
    /** Stands for text after a closing quote; like {@link Utf8#NO_TEXT} never a character of a text. */
    static final char STRAY = '\uFFFE';

    private enum Place {
        FIELD_START,
        UNQUOTED,
        QUOTED,
        AFTER_QUOTE,
        STRAY
    }

    private Place place = Place.FIELD_START;
    private boolean atEnd;
    private boolean isAfterReturn;
    private long line = 1;
    private long rowLine = 1;
    private long fieldLength;

    QuoteWatch(Reader text) {
        super(text);
    }

    /** Whether the text ended inside an open quote. */
    boolean isCutOff() {
        return atEnd && place == Place.QUOTED;
    }

    /** The line, from 1 on, with which the row begins that was read last, whole or not. */
    long rowLine() {
        return rowLine;
    }

    /** In characters, with the quotes: what was read of the last field. */
    long fieldLength() {
        return fieldLength;
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
            char next = buffer[i] == STRAY ? Utf8.NO_TEXT : buffer[i];
            place = after(next);
            count(next);
            buffer[i] = place == Place.STRAY ? STRAY : next;
        }
        return count;
    }

    private Place after(char next) {
        boolean isQuote = next == '"';
        if (place == Place.QUOTED) {
            return isQuote ? Place.AFTER_QUOTE : Place.QUOTED;
        }
        if (next == ',' || isLineEnd(next)) {
            return Place.FIELD_START;
        }
        return switch (place) {
            case AFTER_QUOTE -> isQuote ? Place.QUOTED : Place.STRAY;
            case FIELD_START -> isQuote ? Place.QUOTED : Place.UNQUOTED;
            default -> place;
        };
    }

    private void count(char next) {
        fieldLength = place == Place.FIELD_START ? 0 : fieldLength + 1;
        if (isLineEnd(next)) {
            line += next == '\n' && isAfterReturn ? 0 : 1;
            rowLine = place == Place.FIELD_START ? line : rowLine;
        }
        isAfterReturn = next == '\r';
    }

    private static boolean isLineEnd(char next) {
        return next == '\n' || next == '\r';
    }
}
