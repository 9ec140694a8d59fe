package io.goaltree.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of rows of values. A segment is a KPI under one of its definitions, with the periods that it is in force for: all
 * that is said once a segment is made once. COPY takes no parameters, so dates, instants and UUIDs stand in the text; no
 * text of a caller does.
 */
final class ValueQuery {
    private static final String IN_SEGMENT =
            " v.kpi_id = s.kpi and v.period_start >= s.begins and v.period_start < s.ends";
    private static final String SEGMENT = """
            segment as materialized (
                select k.id as kpi, coalesce(d.effective_from, '-infinity') as begins, coalesce(d.ends, 'infinity') as ends,
                    greatest(k.sys_from, d.sys_from, t.sys_from, p.sys_from,
                        (select max(h.sys_to) from kpi_definition_history h where h.kpi_id = k.id)) as changed, %s
                from kpi k join (
                    select d.*, min(d.effective_from) over (
                        partition by d.kpi_id order by d.number rows between 1 following and unbounded following) as ends
                    from kpi_definition d where %s
                ) d on d.kpi_id = k.id
                left join team t on t.id = k.team_id
                left join person p on p.id = k.owner_id
            )""";
    private static final String PRESENT = "v.*, cast(null as timestamptz) as removed_at";

    private final ValueWish wish;

    ValueQuery(ValueWish wish) {
        this.wish = wish;
    }

    /** All rows that are there, for COPY to write; sorted by KPI and period. */
    String copied(ExportForm form) {
        if (wish.isIncremental()) {
            return copy(
                    form, "(" + since() + ") v join segment s on" + IN_SEGMENT + " order by v.kpi_id, v.period_start");
        }
        // Segment by segment, each by its index: nothing is ever sorted as a whole.
        return copy(
                form,
                "(select * from segment order by kpi, begins) s cross join lateral (select " + PRESENT
                        + " from kpi_value v where" + IN_SEGMENT + and(filter("v")) + " order by v.period_start) v");
    }

    /** All rows that were removed, for COPY to write. */
    String copiedRemoved(ExportForm form) {
        return copy(
                form, "(" + removed() + ") v join segment s on" + IN_SEGMENT + " order by v.kpi_id, v.period_start");
    }

    /**
     * Rows of a page, with names and types.
     *
     * @param after the row before the first one; null to begin at the beginning
     */
    String page(boolean ofRemoved, @Nullable ValuePlace after, int most) {
        String found = ofRemoved ? removed() : wish.isIncremental() ? since() : present();
        String page = "page as materialized (select * from (" + found + ") v"
                + (after == null
                        ? ""
                        : " where (kpi_id, period_start) > (uuid '" + after.kpi() + "', date '" + after.periodStart()
                                + "')")
                + " order by kpi_id, period_start limit " + most + ")";
        String columns = named(ValueColumns.ALL, ValueColumn::sql, ValueColumn::isOfSegment);
        List<String> parts = wish.isIncremental()
                ? List.of(segment(columns, among("d.kpi_id")), page)
                : List.of(page, segment(columns, "d.kpi_id in (select kpi_id from page)"));
        String cells = ValueColumns.ALL.stream()
                .map(column -> column.isOfSegment() ? "s." + column.name() : column.sql() + " as " + column.name())
                .collect(Collectors.joining(", "));
        return "with " + String.join(", ", parts) + " select " + cells
                + ", v.kpi_id as kpi from page v join segment s on" + IN_SEGMENT + " order by v.kpi_id, v.period_start";
    }

    private String copy(ExportForm form, String rows) {
        List<ValueColumn> columns = ValueColumns.of(wish.isIncremental());
        return form == ExportForm.CSV ? csv(columns, rows) : json(columns, rows);
    }

    private String csv(List<ValueColumn> columns, String rows) {
        String cells = columns.stream()
                .map(column -> column.isOfSegment() ? "s." + column.name() : column.csv())
                .collect(Collectors.joining(", "));
        String segments = named(columns, ValueColumn::csv, ValueColumn::isOfSegment);
        return "copy (with " + segment(segments, among("d.kpi_id")) + " select " + cells + " from " + rows
                + ") to stdout (format csv)";
    }

    /** Neighbours of one segment are put together once. JSON holds no control character, so nothing gets quoted again. */
    private String json(List<ValueColumn> columns, String rows) {
        List<String> cells = new ArrayList<>();
        List<String> runs = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            ValueColumn column = columns.get(i);
            if (!column.isOfSegment()) {
                cells.add(column.json());
            } else if (i > 0 && columns.get(i - 1).isOfSegment()) {
                int last = runs.size() - 1;
                runs.set(last, runs.get(last) + " || ',' || " + column.json());
            } else {
                cells.add("s.run" + runs.size());
                runs.add(column.json());
            }
        }
        StringBuilder segments = new StringBuilder();
        for (int i = 0; i < runs.size(); i++) {
            segments.append(i == 0 ? "" : ", ")
                    .append(runs.get(i))
                    .append(" as run")
                    .append(i);
        }
        return "copy (with " + segment(segments.toString(), among("d.kpi_id")) + " select '{' || "
                + String.join(" || ',' || ", cells) + " || '}' from " + rows
                + ") to stdout (format csv, delimiter E'\\x01', quote E'\\x02')";
    }

    private static String segment(String columns, String which) {
        return SEGMENT.formatted(columns, which.isEmpty() ? "true" : which);
    }

    private static String named(
            List<ValueColumn> columns,
            Function<ValueColumn, String> sql,
            java.util.function.Predicate<ValueColumn> which) {
        return columns.stream()
                .filter(which)
                .map(column -> sql.apply(column) + " as " + column.name())
                .collect(Collectors.joining(", "));
    }

    private String present() {
        return "select " + PRESENT + " from kpi_value v where true" + and(filter("v"));
    }

    /** Values that changed, found by their index, and all others of segments that did. */
    private String since() {
        String since = instant();
        return "select " + PRESENT + " from kpi_value v where v.sys_from > " + since + and(filter("v"))
                + " union all select " + PRESENT + " from segment s join kpi_value v on" + IN_SEGMENT
                + " where s.changed > "
                + since + " and v.sys_from <= " + since + and(filter("v"));
    }

    /**
     * The last that was said of values that are gone. Of those that came and went after the instant, too: the load before
     * may have seen them, because a load shows at least what was there at its instant.
     */
    private String removed() {
        return "select distinct on (h.kpi_id, h.period_start) h.*, h.sys_to as removed_at from kpi_value_history h"
                + " where h.sys_to > " + instant() + and(filter("h"))
                + " and not exists (select from kpi_value v where v.kpi_id = h.kpi_id and v.period_start = h.period_start)"
                + " order by h.kpi_id, h.period_start, h.sys_to desc";
    }

    private String instant() {
        Instant since = wish.updatedSince();
        if (since == null) {
            throw new IllegalStateException("Nothing is asked since an instant");
        }
        return "timestamptz '" + since + "'";
    }

    private String filter(String row) {
        List<String> conditions = new ArrayList<>();
        String kpis = among(row + ".kpi_id");
        if (!kpis.isEmpty()) {
            conditions.add(kpis);
        }
        day(conditions, row + ".period_start >= ", wish.from());
        day(conditions, row + ".period_start <= ", wish.to());
        return String.join(" and ", conditions);
    }

    private static void day(List<String> conditions, String condition, @Nullable LocalDate day) {
        if (day != null) {
            conditions.add(condition + "date '" + day + "'");
        }
    }

    private String among(String column) {
        List<UUID> kpis = wish.kpis();
        return kpis == null
                ? ""
                : column + " = any(cast('{" + kpis.stream().map(UUID::toString).collect(Collectors.joining(","))
                        + "}' as uuid[]))";
    }

    private static String and(String condition) {
        return condition.isEmpty() ? "" : " and " + condition;
    }
}
