package io.goaltree.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The real series, as their files have them. */
final class CsvSeries {
    private CsvSeries() {}

    /** The series of a file, by the key of its KPI. */
    static Map<String, Series> read(String file) {
        Map<String, Map<LocalDate, BigDecimal>> values = new HashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(Resources.open(file))) {
            for (NamedCsvRecord row : rows) {
                values.computeIfAbsent(row.getField("kpi"), key -> new TreeMap<>())
                        .put(LocalDate.parse(row.getField("at")), new BigDecimal(row.getField("value")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Series> series = new HashMap<>();
        values.forEach((key, its) -> series.put(key, new Series(its)));
        return series;
    }
}
