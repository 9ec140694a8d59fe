package io.goaltree.ingest;

import static io.goaltree.shared.UserErrorCode.INVALID_VALUE;

import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Reads one JSON object a line. What is wrong with a line is wrong with that line only. */
final class NdjsonRows implements Rows {
    private static final int LONGEST_LINE = 65_536;
    private static final int MOST_BYTES_A_CHARACTER = 3;
    private static final String CUT = ": it ends too early";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final InputStream body;
    private final byte[] buffer = new byte[8_192];
    private final byte[] line = new byte[LONGEST_LINE * MOST_BYTES_A_CHARACTER];
    private int at;
    private int end;
    private int length;
    private long number;

    NdjsonRows(InputStream body) {
        this.body = body;
    }

    @Override
    public @Nullable Row next() {
        while (readLine()) {
            number++;
            Row row = row();
            if (row != null) {
                return row;
            }
        }
        return null;
    }

    /** Null for a blank line. */
    private @Nullable Row row() {
        if (length > line.length) {
            return tooLong();
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return Row.malformed(number, "The line holds bytes that are no UTF-8");
        }
        if (number == 1 && text.startsWith(BYTE_ORDER_MARK)) {
            text = text.substring(1);
        }
        if (text.length() > LONGEST_LINE) {
            return tooLong();
        }
        return text.isBlank() ? null : row(text);
    }

    private Row row(String text) {
        try (JsonParser json = JsonRows.PARSERS.createParser(new StringReader(text))) {
            Row row = JsonItem.read(json, json.next(), number);
            return json.hasNext() ? Row.malformed(number, "Something follows on the line after the item") : row;
        } catch (JsonException e) {
            return Row.malformed(number, "The line is not JSON" + said(JsonFault.of(e)));
        } catch (NoSuchElementException e) {
            return Row.malformed(number, "The line is not JSON" + CUT);
        }
    }

    private static String said(JsonFault fault) {
        String place = fault.place() == null ? "" : " (column " + fault.place().getColumnNumber() + ")";
        return fault.isCut() ? CUT : place + ": " + fault.words();
    }

    private Row tooLong() {
        return Row.malformed(number, "The line is longer than " + LONGEST_LINE + " characters");
    }

    /** Reads up to the end of a line; of one that is too long only the beginning is kept. False at the end. */
    private boolean readLine() {
        length = 0;
        boolean isThere = false;
        while (at < end || fill()) {
            isThere = true;
            int begin = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            keep(begin, at - begin);
            if (at < end) {
                at++;
                return true;
            }
        }
        return isThere;
    }

    private void keep(int begin, int count) {
        if (length + count <= line.length) {
            System.arraycopy(buffer, begin, line, length, count);
            length += count;
        } else {
            length = line.length + 1;
        }
    }

    private boolean fill() {
        try {
            at = 0;
            end = Math.max(body.read(buffer), 0);
            return end > 0;
        } catch (IOException e) {
            throw new BodyRefused(INVALID_VALUE, "The text after line " + number + " could not be read");
        }
    }
}
