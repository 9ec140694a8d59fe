package io.goaltree.export;

import io.goaltree.edge.Kind;
import io.goaltree.export.ValueColumn.Sort;
import java.util.List;

/** The columns of {@link KpiValueRow}, in its order. */
final class ValueColumns {
    static final List<ValueColumn> ALL = List.of(
            segment("kpi_id", Sort.WORD, id(Kind.KPI, "k.id")),
            segment("kpi_key", Sort.TEXT, "k.key"),
            segment("kpi_name", Sort.TEXT, "k.name"),
            segment("unit", Sort.TEXT, "d.unit"),
            value("period_start", Sort.WORD, "v.period_start"),
            value("period_end", Sort.WORD, "v.period_end"),
            value("value", Sort.NUMBER, "v.value"),
            value("measured_at", Sort.INSTANT, "v.measured_at"),
            value("recorded_at", Sort.INSTANT, "v.recorded_at"),
            value("is_late", Sort.TRUTH, "v.late"),
            value("source", Sort.TEXT, "v.source"),
            value("note", Sort.TEXT, "v.note"),
            segment("cadence", Sort.WORD, "k.cadence"),
            segment("zone", Sort.TEXT, "k.zone"),
            segment("direction", Sort.WORD, "d.direction"),
            segment("healthy_lower", Sort.NUMBER, "d.lower"),
            segment("healthy_upper", Sort.NUMBER, "d.upper"),
            segment("tolerance", Sort.NUMBER, "d.tolerance"),
            segment("team_id", Sort.WORD, id(Kind.TEAM, "t.id")),
            segment("team_key", Sort.TEXT, "t.key"),
            segment("team_name", Sort.TEXT, "t.name"),
            segment("owner_id", Sort.WORD, id(Kind.PERSON, "p.id")),
            segment("owner_name", Sort.TEXT, "p.name"),
            segment("archived_at", Sort.INSTANT, "k.archived_at"),
            value("value_id", Sort.WORD, id(Kind.KPI_VALUE, "v.id")),
            value("updated_at", Sort.INSTANT, "greatest(v.sys_from, s.changed)"),
            value(Columns.REMOVED_AT, Sort.INSTANT, "v.removed_at"));

    private ValueColumns() {}

    static List<ValueColumn> of(boolean incremental) {
        return ALL.stream()
                .filter(column -> Columns.isThere(column.name(), incremental))
                .toList();
    }

    private static String id(Kind kind, String uuid) {
        return "'" + kind.tag() + "_' || replace(cast(" + uuid + " as text), '-', '')";
    }

    private static ValueColumn value(String name, Sort sort, String sql) {
        return new ValueColumn(name, sort, sql, false);
    }

    private static ValueColumn segment(String name, Sort sort, String sql) {
        return new ValueColumn(name, sort, sql, true);
    }
}
