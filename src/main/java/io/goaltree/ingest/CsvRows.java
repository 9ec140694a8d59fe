package io.goaltree.ingest;

import static io.goaltree.shared.UserErrorCode.INVALID_VALUE;
import static io.goaltree.shared.UserErrorCode.REQUIRED;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import io.goaltree.shared.Check;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads CSV (RFC 4180, UTF-8, comma) row by row; the header is line 1. */
final class CsvRows implements Rows {
    /** The longest field, in characters: far beyond the longest note. */
    private static final int LONGEST_FIELD = 65_536;

    /** The reader asks for so many characters at once and refuses a field that leaves no room for them. */
    private static final int READ_AHEAD = 8_192;

    private static final int MOST_FIELDS = 16_384;
    private static final String STRAY_TEXT = " has text after a closing quote; double a quote to mean one";

    private static final List<String> REQUIRED_COLUMNS = List.of("kpi", "at", "value");

    private final QuoteWatch text;
    private final CloseableIterator<CsvRecord> records;
    private final Map<String, Integer> columns = new HashMap<>();
    private int width;
    private long line;
    private @Nullable RuntimeException ahead;

    private CsvRows(QuoteWatch text) {
        this.text = text;
        this.records = CsvReader.builder()
                .maxBufferSize(LONGEST_FIELD + READ_AHEAD)
                .allowExtraCharsAfterClosingQuote(true)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .build(CsvRecordHandler.builder().maxFields(MOST_FIELDS).build(), text)
                .iterator();
    }

    /** @throws BodyRefused when the header cannot be read or lacks a column or has one too many */
    static CsvRows read(InputStream body) {
        try {
            CsvRows rows = new CsvRows(new QuoteWatch(Utf8.marking(body)));
            rows.header();
            return rows;
        } catch (IOException e) {
            throw new BodyRefused(INVALID_VALUE, "The body could not be read");
        }
    }

    @Override
    public @Nullable Row next() {
        CsvRecord found = record();
        if (found == null) {
            return null;
        }
        if (holds(QuoteWatch.STRAY, found)) {
            return Row.malformed(line, "The row" + STRAY_TEXT);
        }
        if (holds(Utf8.NO_TEXT, found)) {
            return Row.malformed(line, "The row holds bytes that are no UTF-8");
        }
        if (found.getFieldCount() != width) {
            return Row.malformed(line, "The row has " + found.getFieldCount() + " fields; the header has " + width);
        }
        Map<String, String> fields = new HashMap<>();
        columns.forEach((column, index) -> {
            String text = found.getField(index).strip();
            if (!text.isEmpty()) {
                fields.put(column, text);
            }
        });
        return Row.of(line, fields);
    }

    private void header() {
        CsvRecord header = record();
        List<String> names = header == null ? List.of() : header.getFields();
        if (header != null && holds(QuoteWatch.STRAY, header)) {
            throw new BodyRefused(INVALID_VALUE, "The header" + STRAY_TEXT);
        }
        if (header != null && holds(Utf8.NO_TEXT, header)) {
            throw new BodyRefused(INVALID_VALUE, "The header holds bytes that are no UTF-8");
        }
        for (String name : names) {
            String column = name.strip();
            if (!Row.FIELDS.contains(column)) {
                throw new BodyRefused(
                        INVALID_VALUE,
                        "There is no column '" + Check.shortened(name)
                                + "'; the header names kpi, at, value and may name unit, note, source, separated by"
                                + " commas");
            }
            if (columns.put(column, width++) != null) {
                throw new BodyRefused(INVALID_VALUE, "The column '" + column + "' is there twice");
            }
        }
        for (String column : REQUIRED_COLUMNS) {
            if (!columns.containsKey(column)) {
                throw new BodyRefused(
                        REQUIRED, "The column '" + column + "' is missing; the header must name kpi, at and value");
            }
        }
    }

    private static boolean holds(char mark, CsvRecord row) {
        return row.getFields().stream().anyMatch(field -> field.indexOf(mark) >= 0);
    }

    private @Nullable CsvRecord record() {
        if (ahead != null) {
            throw ahead;
        }
        if (!hasNext()) {
            return null;
        }
        CsvRecord found = records.next();
        line = found.getStartingLineNumber();
        try {
            // Only the last row can be cut off, and only the look ahead shows that it is the last.
            if (!hasNext() && text.isCutOff()) {
                throw new BodyRefused(
                        INVALID_VALUE, "The text ends inside the quotes of the row that begins on line " + line);
            }
        } catch (BodyRefused | BodyCut e) {
            if (text.isCutOff()) {
                throw e;
            }
            // This row is whole; what is wrong comes after it.
            ahead = e;
        }
        return found;
    }

    private boolean hasNext() {
        try {
            return records.hasNext();
        } catch (CsvParseException e) {
            // What the body threw is wrapped like a fault of the text.
            if (e.getCause() instanceof BodyRefused || e.getCause() instanceof BodyCut) {
                throw (RuntimeException) e.getCause();
            }
            throw new BodyRefused(INVALID_VALUE, tooLarge());
        } catch (UncheckedIOException e) {
            throw new BodyRefused(INVALID_VALUE, "The text after line " + line + " could not be read");
        }
    }

    /** The reader stops just where a field gets too long, but at the end of what it has when there are too many of them. */
    private String tooLarge() {
        if (text.fieldLength() > LONGEST_FIELD) {
            return "The row on line " + text.rowLine() + " has a field of more than " + LONGEST_FIELD
                    + " characters; is a closing quote missing?";
        }
        String row = line == 0 ? "The header" : "The row after the one on line " + line;
        return row + " has more than " + MOST_FIELDS + " fields";
    }
}
