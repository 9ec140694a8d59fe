package io.goaltree.coach;

import io.goaltree.checkin.CheckInCadence;
import io.goaltree.coach.Picture.CycleRow;
import io.goaltree.coach.Picture.KeyResultRow;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A key result that nobody has ever checked in: due from the first day of its cycle, as {@code checkInsDue} says, however late it
 * was made, and remarked upon from one cadence later to the end of the cycle. What a KPI feeds needs no check-ins. */
@Singleton
final class KeyResultNeverCheckedIn implements Coaching {
    private final CheckInCadence standard;

    KeyResultNeverCheckedIn(CheckInCadence standard) {
        this.standard = standard;
    }

    @Override
    public FindingCode code() {
        return FindingCode.KEY_RESULT_NEVER_CHECKED_IN;
    }

    @Override
    public List<Found> look(Picture picture) {
        List<Found> found = new ArrayList<>();
        for (KeyResultRow keyResult : picture.keyResults()) {
            CycleRow cycle = keyResult.objective().cycle();
            if (keyResult.kpiId() != null || keyResult.checkedInOn() != null || !cycle.isOpen()) {
                continue;
            }
            LocalDate expected = standard.next(keyResult.cadence(), cycle.startsOn());
            if (!picture.today().isBefore(expected)) {
                found.add(Found.of(
                        code(),
                        Subject.of(keyResult),
                        "It was never checked in; the first check-in was expected by " + expected,
                        Evidence.of("expectedBy", expected)));
            }
        }
        return found;
    }
}
