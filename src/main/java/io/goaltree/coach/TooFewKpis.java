package io.goaltree.coach;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** A team that watches too few KPIs to know how it is doing. */
@Singleton
final class TooFewKpis implements Coaching {
    private final FindingLimits limits;

    TooFewKpis(FindingLimits limits) {
        this.limits = limits;
    }

    @Override
    public FindingCode code() {
        return FindingCode.TOO_FEW_KPIS;
    }

    @Override
    public List<Found> look(Picture picture) {
        List<Found> found = new ArrayList<>();
        picture.kpisByTeam().forEach((team, count) -> {
            if (count < limits.fewestKpis()) {
                found.add(Found.of(
                        code(),
                        Subject.team(team.getKey()),
                        "Team '" + team.getValue() + "' owns " + Spoken.count(count, "KPI") + "; fewer than "
                                + limits.fewestKpis() + " leave it in the dark",
                        Evidence.of("kpis", count),
                        Evidence.of("limit", limits.fewestKpis())));
            }
        });
        return found;
    }
}
