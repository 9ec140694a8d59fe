package io.goaltree.ingest;

import static io.goaltree.shared.UserErrorCode.INVALID_VALUE;
import static io.goaltree.shared.UserErrorCode.OUT_OF_RANGE;

import io.goaltree.kpi.ValueToRecord;
import io.goaltree.shared.Problem;
import io.goaltree.shared.UserErrorCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One value of a body.
 *
 * @param place the physical line it begins on, from 1 on; in a JSON array its index, from 0 on
 */
record Row(long place, ValueToRecord value) {
    /** In characters, far beyond the longest note: what is longer is not kept until it is refused. */
    private static final int LONGEST_FIELD = 4_096;

    static final List<String> FIELDS = List.of("kpi", "at", "value", "unit", "note", "source");

    /** @param fields by name; a missing one is not there */
    static Row of(long place, Map<String, String> fields) {
        for (String name : FIELDS) {
            String field = fields.get(name);
            if (field != null && field.length() > LONGEST_FIELD) {
                String message = "%s has %d characters; a field may have at most %d"
                        .formatted(name, field.length(), LONGEST_FIELD);
                return malformed(place, OUT_OF_RANGE, message, name);
            }
        }
        return new Row(
                place,
                new ValueToRecord(
                        fields.get("kpi"),
                        fields.get("at"),
                        fields.get("value"),
                        fields.get("unit"),
                        fields.get("note"),
                        fields.get("source"),
                        null));
    }

    static Row malformed(long place, String message) {
        return malformed(place, INVALID_VALUE, message, null);
    }

    static Row malformed(long place, UserErrorCode code, String message, @Nullable String field) {
        List<String> path = field == null ? List.of() : List.of(field);
        return new Row(place, ValueToRecord.malformed(new Problem(code, message, path, null)));
    }

    /** About how much memory it takes. */
    int characters() {
        int sum = 0;
        for (String field :
                new String[] {value.kpi(), value.at(), value.value(), value.unit(), value.note(), value.source()}) {
            sum += field == null ? 0 : field.length();
        }
        return sum;
    }
}
