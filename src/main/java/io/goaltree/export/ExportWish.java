package io.goaltree.export;

import io.goaltree.shared.Check;
import io.goaltree.shared.UserErrorCode;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What export is asked for, as path and parameters of the URL say.
 *
 * @param cycle key or id; empty for values of KPIs only
 * @param kpis keys or ids as given; null for all
 */
record ExportWish(
        ExportKind kind,
        ExportForm form,
        String cycle,
        @Nullable List<String> kpis,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Instant asOf,
        @Nullable Instant updatedSince) {
    private static final int YEAR_END = 4;

    /** @param file the last part of the path, such as kpi-values.csv */
    static ExportWish read(String file, MultivaluedMap<String, String> given) {
        int dot = file.lastIndexOf('.');
        ExportKind kind = ExportKind.ofPath(file.substring(0, Math.max(dot, 0))).orElse(null);
        ExportForm form = ExportForm.ofSuffix(file.substring(dot + 1)).orElse(null);
        if (kind == null || form == null) {
            throw ExportRefused.unknown("There is no export '" + Check.shortened(file)
                    + "'; there are cycle-summary, key-results and kpi-values, as .csv and .ndjson");
        }
        for (String name : given.keySet()) {
            if (!kind.parameters().contains(name)) {
                throw ExportRefused.malformed("There is no parameter '" + Check.shortened(name) + "' for " + kind.path()
                        + "; there are " + String.join(", ", new TreeSet<>(kind.parameters())));
            }
        }
        String cycle = kind.parameters().contains("cycle") ? cycle(given) : "";
        return new ExportWish(
                kind,
                form,
                cycle,
                kpis(given),
                date("from", given),
                date("to", given),
                instant("asOf", given),
                instant("updatedSince", given));
    }

    boolean isIncremental() {
        return updatedSince != null;
    }

    /** The same for equal questions only; ids and keys of one KPI are two questions. */
    List<String> parts() {
        return List.of("export", toString());
    }

    String fileName() {
        return "goaltree-" + kind.path() + "." + form.suffix();
    }

    private static String cycle(MultivaluedMap<String, String> given) {
        String cycle = only("cycle", given);
        if (cycle == null) {
            throw new ExportRefused(400, UserErrorCode.REQUIRED.name(), "cycle is required: the key or id of a cycle");
        }
        if (cycle.isEmpty()) {
            throw malformed("cycle", cycle, "the key or id of a cycle");
        }
        return cycle;
    }

    private static @Nullable List<String> kpis(MultivaluedMap<String, String> given) {
        List<String> lines = given.get("kpis");
        if (lines == null) {
            return null;
        }
        List<String> kpis = new ArrayList<>();
        for (String line : lines) {
            for (String kpi : line.split(",", -1)) {
                if (kpi.isEmpty()) {
                    throw malformed("kpis", line, "keys or ids of KPIs with a comma between them");
                }
                kpis.add(kpi);
            }
        }
        return kpis;
    }

    private static @Nullable LocalDate date(String name, MultivaluedMap<String, String> given) {
        return parsed(name, given, "a date such as 2026-01-31", LocalDate::parse);
    }

    private static @Nullable Instant instant(String name, MultivaluedMap<String, String> given) {
        return parsed(
                name,
                given,
                "an instant with an offset such as 2026-01-31T09:30:00Z",
                text -> OffsetDateTime.parse(text).toInstant());
    }

    private static <T> @Nullable T parsed(
            String name, MultivaluedMap<String, String> all, String needed, Function<String, T> read) {
        String given = only(name, all);
        if (given == null) {
            return null;
        }
        try {
            // The years of ISO 8601 without an agreement of its own; Java would take more.
            if (given.indexOf('-') == YEAR_END && !given.startsWith("0000")) {
                return read.apply(given);
            }
        } catch (DateTimeException e) {
            // Refused below, like what does not even begin with a year.
        }
        throw malformed(name, given, needed);
    }

    private static @Nullable String only(String name, MultivaluedMap<String, String> all) {
        List<String> given = all.getOrDefault(name, List.of());
        if (given.size() > 1) {
            throw ExportRefused.malformed("%s is there %d times; it must be there once".formatted(name, given.size()));
        }
        return given.isEmpty() ? null : given.get(0);
    }

    private static ExportRefused malformed(String name, String given, String needed) {
        return ExportRefused.malformed(
                String.format(Locale.ROOT, "%s is '%s'; it must be %s", name, Check.shortened(given), needed));
    }
}
