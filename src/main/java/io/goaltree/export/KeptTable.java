package io.goaltree.export;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table that keeps rows of a record, a column a component, without those that were removed.
 *
 * @param key the column that tells rows apart; all rows of a cycle are written together, two statements however many they are
 */
record KeptTable<R extends Record>(String name, String key, List<Column> columns) {
    private static final Map<Class<?>, String> TYPES = Map.of(
            String.class, "text",
            int.class, "integer",
            double.class, "float8",
            Double.class, "float8",
            BigDecimal.class, "numeric",
            LocalDate.class, "date");

    /** A component of the record, as a column. */
    record Column(String name, String type, RecordComponent component) {

        static Column of(RecordComponent component) {
            String name = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
            return new Column(name, component.getType().isEnum() ? "text" : type(component), component);
        }

        private static String type(RecordComponent component) {
            String type = TYPES.get(component.getType());
            if (type == null) {
                throw new IllegalStateException("No column can keep " + component);
            }
            return type;
        }

        private @Nullable Object value(Record row) {
            try {
                component.getAccessor().setAccessible(true);
                Object value = component.getAccessor().invoke(row);
                return value instanceof Enum<?> one ? one.name() : value;
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static <R extends Record> KeptTable<R> of(String name, String key, Class<R> type) {
        return new KeptTable<>(
                name,
                key,
                Arrays.stream(type.getRecordComponents())
                        .filter(it -> !it.getName().equals("removedAt"))
                        .map(Column::of)
                        .toList());
    }

    /** Makes these the rows of a cycle; one that says the same already is left alone. */
    void write(Connection connection, String cycle, List<R> rows) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from %s where cycle_id = ? and %s <> all(?)".formatted(name, key))) {
            Column id = columns.stream()
                    .filter(column -> column.name().equals(key))
                    .findFirst()
                    .orElseThrow();
            delete.setString(1, cycle);
            delete.setArray(2, connection.createArrayOf("text", values(id, rows)));
            delete.executeUpdate();
        }
        try (PreparedStatement upsert = connection.prepareStatement(upsert())) {
            int parameter = 1;
            for (Column column : columns) {
                upsert.setArray(parameter++, connection.createArrayOf(column.type(), values(column, rows)));
            }
            upsert.executeUpdate();
        }
    }

    /** Names and types of the columns, as text: other columns, other rows. */
    String shape() {
        return joined(columns.stream().map(column -> column.name() + " " + column.type()));
    }

    private @Nullable Object[] values(Column column, List<R> rows) {
        return rows.stream().map(column::value).toArray();
    }

    private String upsert() {
        String names = joined(columns.stream().map(Column::name));
        return """
                insert into %1$s as kept (%2$s) select * from unnest(%3$s)
                on conflict (%4$s) do update set (%2$s) = row(%5$s) where kept.* *<> excluded.*
                """.formatted(
                        name,
                        names,
                        joined(columns.stream().map(column -> "?::" + column.type() + "[]")),
                        key,
                        joined(columns.stream().map(column -> "excluded." + column.name())));
    }

    private static String joined(Stream<String> parts) {
        return parts.collect(Collectors.joining(", "));
    }
}
