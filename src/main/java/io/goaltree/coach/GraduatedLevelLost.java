package io.goaltree.coach;

import io.goaltree.coach.Picture.KpiRow;
import io.goaltree.kpi.LostLevel;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A KPI that has left the level that a key result brought it to. */
@Singleton
final class GraduatedLevelLost implements Coaching {

    @Override
    public FindingCode code() {
        return FindingCode.GRADUATED_LEVEL_LOST;
    }

    @Override
    public List<Found> look(Picture picture) {
        List<Found> found = new ArrayList<>();
        for (KpiRow row : picture.kpis()) {
            LostLevel lost = row.lost();
            if (lost != null) {
                String lower = lost.lower() == null ? "any" : Spoken.number(lost.lower());
                String upper = lost.upper() == null ? "any" : Spoken.number(lost.upper());
                found.add(Found.of(
                        code(),
                        Subject.of(row),
                        "Since " + lost.effectiveFrom() + " it is to stay " + range(lost) + "; "
                                + Spoken.count(lost.periodsOutside(), "period") + " did not, the first of them on "
                                + lost.since() + " with " + Spoken.number(lost.value()),
                        Evidence.of("effectiveFrom", lost.effectiveFrom()),
                        Evidence.of("lower", lower),
                        Evidence.of("upper", upper),
                        Evidence.of("periodsOutside", lost.periodsOutside()),
                        Evidence.of("lostSince", lost.since()),
                        Evidence.of("value", lost.value())));
            }
        }
        return found;
    }

    private static String range(LostLevel lost) {
        if (lost.lower() == null) {
            return "at most at " + Spoken.number(Objects.requireNonNull(lost.upper()));
        }
        return lost.upper() == null
                ? "at least at " + Spoken.number(lost.lower())
                : "between " + Spoken.number(lost.lower()) + " and " + Spoken.number(lost.upper());
    }
}
