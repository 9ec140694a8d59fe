package io.goaltree.export;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What can be exported, and by which parameters it can be narrowed. */
enum ExportKind {
    CYCLE_SUMMARY("cycle-summary", CycleSummaryRow.class, Set.of("cycle", "asOf", "updatedSince")),
    KEY_RESULTS("key-results", KeyResultRow.class, Set.of("cycle", "asOf", "updatedSince")),
    KPI_VALUES("kpi-values", KpiValueRow.class, Set.of("kpis", "from", "to", "updatedSince"));

    private final String path;
    private final Class<? extends Record> rows;
    private final Set<String> parameters;

    ExportKind(String path, Class<? extends Record> rows, Set<String> parameters) {
        this.path = path;
        this.rows = rows;
        this.parameters = parameters;
    }

    static Optional<ExportKind> ofPath(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst();
    }

    String path() {
        return path;
    }

    Class<? extends Record> rows() {
        return rows;
    }

    Set<String> parameters() {
        return parameters;
    }
}
