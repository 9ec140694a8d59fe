package io.goaltree.coach;

import io.goaltree.coach.Picture.KeyResultRow;
import io.goaltree.coach.Picture.ObjectiveRow;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** More key results than anybody keeps in mind. */
@Singleton
final class TooManyKeyResults implements Coaching {
    private final FindingLimits limits;

    TooManyKeyResults(FindingLimits limits) {
        this.limits = limits;
    }

    @Override
    public FindingCode code() {
        return FindingCode.TOO_MANY_KEY_RESULTS;
    }

    @Override
    public List<Found> look(Picture picture) {
        Map<UUID, List<KeyResultRow>> keyResults = picture.keyResultsByObjective();
        List<Found> found = new ArrayList<>();
        for (ObjectiveRow objective : picture.objectives()) {
            int count = keyResults.getOrDefault(objective.id(), List.of()).size();
            if (count > limits.mostKeyResults()) {
                found.add(Found.of(
                        code(),
                        Subject.of(objective),
                        "The objective has " + Spoken.count(count, "key result") + "; more than "
                                + limits.mostKeyResults() + " are hard to keep in mind",
                        Evidence.of("keyResults", count),
                        Evidence.of("limit", limits.mostKeyResults())));
            }
        }
        return found;
    }
}
