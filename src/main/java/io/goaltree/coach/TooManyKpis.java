package io.goaltree.coach;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** A team that watches more KPIs than it can heed. */
@Singleton
final class TooManyKpis implements Coaching {
    private final FindingLimits limits;

    TooManyKpis(FindingLimits limits) {
        this.limits = limits;
    }

    @Override
    public FindingCode code() {
        return FindingCode.TOO_MANY_KPIS;
    }

    @Override
    public List<Found> look(Picture picture) {
        List<Found> found = new ArrayList<>();
        picture.kpisByTeam().forEach((team, count) -> {
            if (count > limits.mostKpis()) {
                found.add(Found.of(
                        code(),
                        Subject.team(team.getKey()),
                        "Team '" + team.getValue() + "' owns " + Spoken.count(count, "KPI") + "; more than "
                                + limits.mostKpis() + " are hard to heed",
                        Evidence.of("kpis", count),
                        Evidence.of("limit", limits.mostKpis())));
            }
        });
        return found;
    }
}
