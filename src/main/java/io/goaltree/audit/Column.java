package io.goaltree.audit;

import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table, in the words of the schema.
 *
 * @param type the type of the row it stands in
 */
record Column(String name, String type) {
    private static final Map<String, Kind> REFERENCES = Map.ofEntries(
            Map.entry("cycle", Kind.CYCLE),
            Map.entry("team", Kind.TEAM),
            Map.entry("owner", Kind.PERSON),
            Map.entry("author", Kind.PERSON),
            Map.entry("person", Kind.PERSON),
            Map.entry("objective", Kind.OBJECTIVE),
            Map.entry("child", Kind.OBJECTIVE),
            Map.entry("parentObjective", Kind.OBJECTIVE),
            Map.entry("keyResult", Kind.KEY_RESULT),
            Map.entry("parentKeyResult", Kind.KEY_RESULT),
            Map.entry("kpi", Kind.KPI),
            Map.entry("other", Kind.KPI),
            Map.entry("openedFrom", Kind.KPI_REVIEW));

    /** parent_objective_id is parentObjective, measured_at is measuredAt. */
    String field() {
        if (type.equals("KpiValue") && name.equals("late")) {
            return "isLate";
        }
        String whole = name.endsWith("_id") ? name.substring(0, name.length() - "_id".length()) : name;
        StringBuilder field = new StringBuilder();
        for (String word : whole.split("_")) {
            field.append(field.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return field.toString();
    }

    /** A value as callers know it: an id as a global one, an instant in UTC. */
    @Nullable
    String shown(@Nullable String value) {
        if (value == null) {
            return null;
        }
        if (name.endsWith("_at")) {
            Instant instant = OffsetDateTime.parse(value).toInstant();
            return instant.toString();
        }
        Kind kind = isReference() ? kind() : null;
        return kind == null ? value : Ids.of(kind, UUID.fromString(value));
    }

    private boolean isReference() {
        return name.endsWith("_id") || name.equals("carried_from") || name.equals("opened_from");
    }

    private @Nullable Kind kind() {
        if (name.equals("parent_id") || name.equals("carried_from")) {
            return Kind.valueOf(type.equals("KeyResult") ? "KEY_RESULT" : type.toUpperCase(java.util.Locale.ROOT));
        }
        return REFERENCES.get(field());
    }
}
