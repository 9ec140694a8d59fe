package io.goaltree.coach;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** A team that pursues more gaps of KPIs in one cycle than it can close. */
@Singleton
final class TooManyGapsPursued implements Coaching {
    private final FindingLimits limits;

    TooManyGapsPursued(FindingLimits limits) {
        this.limits = limits;
    }

    @Override
    public FindingCode code() {
        return FindingCode.TOO_MANY_GAPS_PURSUED;
    }

    @Override
    public List<Found> look(Picture picture) {
        List<Found> found = new ArrayList<>();
        picture.count(objective -> objective.openedFromKpi() != null).forEach((place, count) -> {
            if (count > limits.mostGaps()) {
                found.add(Found.of(
                        code(),
                        Subject.team(place.teamId()),
                        "Team '" + place.teamKey() + "' pursues " + Spoken.count(count, "gap") + " in cycle '"
                                + place.cycle().key() + "'; more than " + limits.mostGaps()
                                + " at once are seldom closed",
                        Evidence.of("gaps", count),
                        Evidence.of("limit", limits.mostGaps()),
                        Evidence.of("cycle", place.cycle().key())));
            }
        });
        return found;
    }
}
