package io.goaltree.coach;

import io.goaltree.checkin.CheckInCadence;
import io.goaltree.coach.Picture.CycleRow;
import io.goaltree.coach.Picture.KeyResultRow;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A key result that nobody has ever checked in, from the day on which one cadence has gone by since its cycle began or, when it
 * came later, since it was made: before that nobody has missed anything. What a KPI feeds needs no check-ins. */
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
            if (keyResult.kpiId() != null || keyResult.checkedInOn() != null || !cycle.isRunning()) {
                continue;
            }
            LocalDate begin =
                    keyResult.createdOn().isAfter(cycle.startsOn()) ? keyResult.createdOn() : cycle.startsOn();
            LocalDate expected = standard.next(keyResult.cadence(), begin);
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
