package io.goaltree.kpi;

import io.goaltree.shared.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one item.
 *
 * @param valueId the value as it stands now, null exactly when rejected
 * @param problem why it was rejected, path from the item; null exactly when it was not
 */
public record Recorded(
        RecordStatus status,
        @Nullable UUID valueId,
        @Nullable Problem problem) {

    static Recorded rejected(Problem problem) {
        return new Recorded(RecordStatus.REJECTED, null, problem);
    }
}
