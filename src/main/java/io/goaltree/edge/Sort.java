package io.goaltree.edge;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a list is sorted, as SQL: by one column, ties by row id. Pages are found by comparing rows (a keyset), never by
 * counting from the start, so a page costs the same anywhere in the list.
 *
 * @param column the SQL expression to sort by, never null in any row
 * @param type the SQL type a cursor's text is cast to
 * @param id the SQL expression of the row's id
 */
public record Sort(String column, String type, String id, boolean descending) {

    public static Sort ascending(String column, String type, String id) {
        return new Sort(column, type, id, false);
    }

    public static Sort descending(String column, String type, String id) {
        return new Sort(column, type, id, true);
    }

    /** The condition that begins with {@code and}, or nothing on the first page. */
    public String after(PageRequest page) {
        if (page.from() == null) {
            return "";
        }
        String sign = descending == page.backward() ? ">" : "<";
        return " and (%s, %s) %s (cast(:cursorSort as %s), cast(:cursorId as uuid))".formatted(column, id, sign, type);
    }

    /** The order and the limit: one row more than asked for, to learn whether there are more. */
    public String orderAndLimit(PageRequest page) {
        String way = descending == page.backward() ? "asc" : "desc";
        return " order by %s %s, %s %s limit %d".formatted(column, way, id, way, page.size() + 1);
    }

    /** The parameters that {@link #after} needs. */
    public Map<String, Object> parameters(PageRequest page) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (page.from() != null) {
            parameters.put("cursorSort", page.from().sort());
            parameters.put("cursorId", page.from().id());
        }
        return parameters;
    }
}
