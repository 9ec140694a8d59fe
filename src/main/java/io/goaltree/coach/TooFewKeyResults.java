package io.goaltree.coach;

import io.goaltree.coach.Picture.KeyResultRow;
import io.goaltree.coach.Picture.ObjectiveRow;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Too few key results to see an objective from more than one side. */
@Singleton
final class TooFewKeyResults implements Coaching {
    private final FindingLimits limits;

    TooFewKeyResults(FindingLimits limits) {
        this.limits = limits;
    }

    @Override
    public FindingCode code() {
        return FindingCode.TOO_FEW_KEY_RESULTS;
    }

    @Override
    public List<Found> look(Picture picture) {
        Map<UUID, List<KeyResultRow>> keyResults = picture.keyResultsByObjective();
        List<Found> found = new ArrayList<>();
        for (ObjectiveRow objective : picture.objectives()) {
            int count = keyResults.getOrDefault(objective.id(), List.of()).size();
            if (count < limits.fewestKeyResults()) {
                found.add(Found.of(
                        code(),
                        Subject.of(objective),
                        "The objective has " + Spoken.count(count, "key result") + "; fewer than "
                                + limits.fewestKeyResults() + " show it from one side only",
                        Evidence.of("keyResults", count),
                        Evidence.of("limit", limits.fewestKeyResults())));
            }
        }
        return found;
    }
}
