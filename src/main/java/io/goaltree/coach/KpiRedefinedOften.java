package io.goaltree.coach;

import io.goaltree.coach.Picture.KpiRow;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** A KPI that changes its meaning so often that its history says little. The first version counts, too. */
@Singleton
final class KpiRedefinedOften implements Coaching {
    private final FindingLimits limits;

    KpiRedefinedOften(FindingLimits limits) {
        this.limits = limits;
    }

    @Override
    public FindingCode code() {
        return FindingCode.KPI_REDEFINED_OFTEN;
    }

    @Override
    public List<Found> look(Picture picture) {
        List<Found> found = new ArrayList<>();
        for (KpiRow row : picture.kpis()) {
            if (row.latelyDefined() > limits.mostDefinitions()) {
                found.add(Found.of(
                        code(),
                        Subject.of(row),
                        Spoken.count(row.latelyDefined(), "version") + " of its definition were recorded in "
                                + Spoken.count(limits.definitionDays(), "day") + "; more than "
                                + limits.mostDefinitions() + " make its history hard to read",
                        Evidence.of("versions", row.latelyDefined()),
                        Evidence.of("limit", limits.mostDefinitions()),
                        Evidence.of("days", limits.definitionDays())));
            }
        }
        return found;
    }
}
