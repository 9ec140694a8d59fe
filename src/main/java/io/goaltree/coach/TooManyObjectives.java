package io.goaltree.coach;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Too many objectives of one team in one cycle: whatever is done for one is not done for the others. */
@Singleton
final class TooManyObjectives implements Coaching {
    private final FindingLimits limits;

    TooManyObjectives(FindingLimits limits) {
        this.limits = limits;
    }

    @Override
    public FindingCode code() {
        return FindingCode.TOO_MANY_OBJECTIVES;
    }

    @Override
    public List<Found> look(Picture picture) {
        List<Found> found = new ArrayList<>();
        picture.count(objective -> true).forEach((place, count) -> {
            if (count > limits.mostObjectives()) {
                found.add(Found.of(
                        code(),
                        Subject.team(place.teamId()),
                        "Team '" + place.teamKey() + "' has " + Spoken.count(count, "objective") + " in cycle '"
                                + place.cycle().key() + "'; more than " + limits.mostObjectives() + " are no focus",
                        Evidence.of("objectives", count),
                        Evidence.of("limit", limits.mostObjectives()),
                        Evidence.of("cycle", place.cycle().key())));
            }
        });
        return found;
    }
}
