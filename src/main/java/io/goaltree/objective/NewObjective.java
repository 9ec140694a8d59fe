package io.goaltree.objective;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An objective that was found fit to be written.
 *
 * @param openedFrom the review of a KPI that it was opened from
 * @param despiteNoise why it was opened though the KPI showed nothing but noise
 */
public record NewObjective(
        UUID cycleId,
        String title,
        @Nullable String description,
        Ambition ambition,
        Visibility visibility,
        @Nullable UUID teamId,
        @Nullable UUID ownerId,
        @Nullable UUID openedFrom,
        @Nullable String despiteNoise) {

    /** The same, opened from the review of a KPI. */
    public NewObjective openedFrom(UUID review, @Nullable String reason) {
        return new NewObjective(cycleId, title, description, ambition, visibility, teamId, ownerId, review, reason);
    }
}
