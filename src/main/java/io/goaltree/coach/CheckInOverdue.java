package io.goaltree.coach;

import io.goaltree.checkin.CheckInCadence;
import io.goaltree.coach.Picture.CycleRow;
import io.goaltree.coach.Picture.KeyResultRow;
import io.goaltree.kpi.KpiGrace;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A key result whose next check-in is due, as {@code checkInsDue} says, for more than the days of grace. One that has neither a
 * check-in nor a milestone done is for {@link KeyResultNeverCheckedIn} to find. */
@Singleton
final class CheckInOverdue implements Coaching {
    private final CheckInCadence standard;
    private final KpiGrace grace;

    CheckInOverdue(CheckInCadence standard, KpiGrace grace) {
        this.standard = standard;
        this.grace = grace;
    }

    @Override
    public FindingCode code() {
        return FindingCode.CHECK_IN_OVERDUE;
    }

    @Override
    public List<Found> look(Picture picture) {
        List<Found> found = new ArrayList<>();
        for (KeyResultRow keyResult : picture.keyResults()) {
            CycleRow cycle = keyResult.objective().cycle();
            LocalDate latest = keyResult.checkedInOn();
            if (latest == null
                    || keyResult.kpiId() != null
                    || keyResult.isComplete()
                    || !cycle.takesCheckIns(picture.today())) {
                continue;
            }
            LocalDate due = standard.next(keyResult.cadence(), latest);
            if (picture.today().isAfter(due.plusDays(grace.days()))) {
                found.add(Found.of(
                        code(),
                        Subject.of(keyResult),
                        "A check-in was due on " + due + "; the latest one is of " + latest,
                        Evidence.of("dueOn", due),
                        Evidence.of("latestOn", latest),
                        Evidence.of("graceDays", grace.days())));
            }
        }
        return found;
    }
}
