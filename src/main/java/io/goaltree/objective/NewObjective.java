package io.goaltree.objective;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An objective that was found fit to be written. */
public record NewObjective(
        UUID cycleId,
        String title,
        @Nullable String description,
        Ambition ambition,
        @Nullable UUID teamId,
        @Nullable UUID ownerId) {}
