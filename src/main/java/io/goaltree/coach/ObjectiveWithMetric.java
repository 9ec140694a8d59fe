package io.goaltree.coach;

import io.goaltree.coach.Picture.ObjectiveRow;
import io.goaltree.wording.MetricInTitle;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** A number in the title of an objective: it belongs into a key result. */
@Singleton
final class ObjectiveWithMetric implements Coaching {

    @Override
    public FindingCode code() {
        return FindingCode.OBJECTIVE_WITH_METRIC;
    }

    @Override
    public List<Found> look(Picture picture) {
        List<Found> found = new ArrayList<>();
        for (ObjectiveRow objective : picture.objectives()) {
            MetricInTitle.number(objective.title())
                    .ifPresent(number -> found.add(Found.of(
                            code(),
                            Subject.of(objective),
                            "The title holds the number '" + number
                                    + "'; an objective says where to go, its key results how far",
                            Evidence.of("number", number))));
        }
        return found;
    }
}
