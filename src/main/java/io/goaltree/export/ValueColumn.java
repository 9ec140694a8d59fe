package io.goaltree.export;

/**
 * How a column of the values of KPIs is read and written by SQL. PostgreSQL formats the rows itself: nothing of a cell ever
 * becomes an object here.
 *
 * @param sql over v, the value, or over k, d, t and p: the KPI, its definition in force, its team and owner
 * @param isOfSegment whether it is the same for all values of a KPI under one definition, so that it is formatted once
 */
record ValueColumn(String name, Sort sort, String sql, boolean isOfSegment) {

    /** What its cells are. */
    enum Sort {
        /** An id, a code or a date: letters, digits, dashes and underscores. */
        WORD,
        TEXT,
        NUMBER,
        TRUTH,
        INSTANT
    }

    /** The cell as text of a CSV; PostgreSQL puts the quotes. */
    String csv() {
        return sort == Sort.TEXT ? Guard.sql(sql) : plain();
    }

    /** The name and the value of a member of a JSON object. */
    String json() {
        String value = switch (sort) {
            case NUMBER, TRUTH -> plain();
            case TEXT -> "cast(to_json(" + sql + ") as text)";
            case WORD, INSTANT -> "'\"' || " + plain() + " || '\"'";
        };
        return "'\"" + name + "\":' || coalesce(" + value + ", 'null')";
    }

    private String plain() {
        return switch (sort) {
            case INSTANT -> "replace(cast(" + sql + " at time zone 'UTC' as text), ' ', 'T') || 'Z'";
            case TRUTH -> "case when " + sql + " then 'true' else 'false' end";
            case NUMBER, WORD, TEXT -> "cast(" + sql + " as text)";
        };
    }
}
