package io.goaltree.export;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The columns of the rows of a record: its components in their order, in snake_case. The one place where they get names. */
final class Columns {
    static final String REMOVED_AT = "removed_at";

    private static final Pattern HUMP = Pattern.compile("(?=\\p{Upper})");

    private Columns() {}

    static List<String> of(Class<? extends Record> rows) {
        return Arrays.stream(rows.getRecordComponents()).map(Columns::name).toList();
    }

    /** Which of them an export has: when something was removed is told to those only who ask for what has changed. */
    static boolean isThere(String column, boolean incremental) {
        return incremental || !column.equals(REMOVED_AT);
    }

    static String name(RecordComponent component) {
        return HUMP.matcher(component.getName()).replaceAll("_").toLowerCase(Locale.ROOT);
    }
}
