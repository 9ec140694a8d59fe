package io.goaltree.coach;

import io.goaltree.coach.Picture.ObjectiveRow;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** An objective that was opened from a KPI although its values showed nothing but noise. */
@Singleton
final class OpenedOnNoise implements Coaching {

    @Override
    public FindingCode code() {
        return FindingCode.OPENED_ON_NOISE;
    }

    @Override
    public List<Found> look(Picture picture) {
        List<Found> found = new ArrayList<>();
        for (ObjectiveRow objective : picture.objectives()) {
            if (objective.despiteNoise() != null) {
                String kpi = Objects.requireNonNull(objective.openedFromKpi());
                found.add(Found.of(
                        code(),
                        Subject.of(objective),
                        "It was opened from KPI '" + kpi + "' although that showed only noise: "
                                + objective.despiteNoise(),
                        Evidence.of("kpi", kpi),
                        Evidence.of("reason", objective.despiteNoise())));
            }
        }
        return found;
    }
}
