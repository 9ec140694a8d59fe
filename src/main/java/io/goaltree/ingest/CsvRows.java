package io.goaltree.ingest;

import static io.goaltree.shared.UserErrorCode.INVALID_VALUE;
import static io.goaltree.shared.UserErrorCode.REQUIRED;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.goaltree.kpi.ValueToRecord;
import io.goaltree.shared.Check;
import io.goaltree.shared.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads CSV (RFC 4180, UTF-8, comma) row by row; memory does not grow with the text. */
final class CsvRows {
    /** The longest field, in characters: far beyond the longest note. */
    private static final int LONGEST_FIELD = 65_536;

    private static final List<String> REQUIRED_COLUMNS = List.of("kpi", "at", "value");
    private static final Set<String> COLUMNS = Set.of("kpi", "at", "value", "unit", "note", "source");

    private final QuoteWatch text;
    private final CloseableIterator<CsvRecord> records;
    private final Map<String, Integer> columns = new HashMap<>();
    private int width;
    private long line;

    private CsvRows(QuoteWatch text) {
        this.text = text;
        this.records = CsvReader.builder()
                .maxBufferSize(LONGEST_FIELD)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)
                .iterator();
    }

    /** @throws BodyRefused when the header cannot be read or lacks a column or has one too many */
    static CsvRows read(InputStream body) throws IOException {
        CsvRows rows = new CsvRows(new QuoteWatch(Utf8.reader(body)));
        rows.header();
        return rows;
    }

    /** @throws BodyRefused when the text cannot be read any further */
    @Nullable
    CsvRow next() {
        CsvRecord found = record();
        if (found == null) {
            return null;
        }
        if (found.getFieldCount() != width) {
            String message = "The row has " + found.getFieldCount() + " fields; the header has " + width;
            return new CsvRow(line, ValueToRecord.malformed(new Problem(INVALID_VALUE, message, List.of(), null)));
        }
        return new CsvRow(
                line,
                new ValueToRecord(
                        field(found, "kpi"),
                        field(found, "at"),
                        field(found, "value"),
                        field(found, "unit"),
                        field(found, "note"),
                        field(found, "source"),
                        null));
    }

    private void header() {
        CsvRecord header = record();
        List<String> names = header == null ? List.of() : header.getFields();
        for (String name : names) {
            String column = name.strip();
            if (!COLUMNS.contains(column)) {
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

    /** The field as it stands, without blanks around it; an empty one counts as missing. */
    private @Nullable String field(CsvRecord row, String column) {
        Integer index = columns.get(column);
        String text = index == null ? "" : row.getField(index).strip();
        return text.isEmpty() ? null : text;
    }

    private @Nullable CsvRecord record() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord found = records.next();
            line = found.getStartingLineNumber();
            // Only the last row can be cut off, and only the look ahead shows that it is the last.
            if (!records.hasNext() && text.isCutOff()) {
                throw new BodyRefused(
                        INVALID_VALUE, "The text ends inside the quotes of the row that begins on line " + line);
            }
            return found;
        } catch (CsvParseException e) {
            throw new BodyRefused(
                    INVALID_VALUE,
                    "The row after the one on line " + line + " is not CSV: a field of more than " + LONGEST_FIELD
                            + " characters, or text after a closing quote");
        } catch (UncheckedIOException e) {
            throw new BodyRefused(
                    INVALID_VALUE, "The text after line " + line + " could not be read to its end as UTF-8");
        }
    }
}
