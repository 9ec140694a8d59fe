package io.goaltree.kpi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call that records values.
 *
 * @param idempotencyKey under which the answer is remembered, null when it need not be
 * @param most how many items the door lets through
 */
public record RecordCall(
        List<ValueToRecord> values,
        RecordMode mode,
        @Nullable String idempotencyKey,
        int most) {
    public RecordCall {
        values = List.copyOf(values);
    }
}
