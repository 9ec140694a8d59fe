package io.goaltree.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import jakarta.json.Json;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows that are records, as lines. */
final class RecordLines implements Lines {
    private final Iterator<? extends Record> rows;
    private final List<RecordComponent> components;
    private final ExportForm form;
    private final StringWriter cells = new StringWriter();
    private final CsvWriter csv = CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .quoteStrategy(QuoteStrategies.EMPTY)
            .bufferSize(0)
            .build(cells);

    RecordLines(ExportKind kind, ExportForm form, boolean incremental, List<? extends Record> rows) {
        this.rows = rows.iterator();
        this.form = form;
        this.components = Arrays.stream(kind.rows().getRecordComponents())
                .filter(component -> Columns.isThere(Columns.name(component), incremental))
                .toList();
    }

    @Override
    public byte @Nullable [] next() {
        if (!rows.hasNext()) {
            return null;
        }
        Record row = rows.next();
        String line = form == ExportForm.CSV ? csv(row) : json(row);
        return line.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    private String csv(Record row) {
        List<@Nullable String> line = new ArrayList<>();
        for (RecordComponent component : components) {
            Object value = value(component, row);
            line.add(value == null ? null : cell(component, value));
        }
        cells.getBuffer().setLength(0);
        csv.writeRecord(line);
        return cells.toString();
    }

    private String json(Record row) {
        return components.stream()
                .map(component -> '"' + Columns.name(component) + "\":" + member(value(component, row)))
                .collect(Collectors.joining(",", "{", "}\n"));
    }

    private static String member(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        boolean isBare = value instanceof Number || value instanceof Boolean;
        return isBare ? plain(value) : Json.createValue(plain(value)).toString();
    }

    private static String cell(RecordComponent component, Object value) {
        boolean isText = value instanceof String && !component.getName().matches(".*Ids?");
        return isText ? Guard.guarded(plain(value)) : plain(value);
    }

    private static String plain(Object value) {
        if (value instanceof Double number) {
            BigDecimal exact = new BigDecimal(number.toString()).stripTrailingZeros();
            return exact.toPlainString();
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static @Nullable Object value(RecordComponent component, Record row) {
        try {
            return component.getAccessor().invoke(row);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A row could not be read", e);
        }
    }
}
