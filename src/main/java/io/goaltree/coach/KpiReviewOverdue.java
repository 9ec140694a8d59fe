package io.goaltree.coach;

import io.goaltree.coach.Picture.KpiRow;
import io.goaltree.kpi.KpiGrace;
import io.goaltree.scoring.ReviewInterval;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A KPI that nobody has reviewed for longer than the interval between reviews and the days of grace. One that was never
 * reviewed counts from the day it was made.
 */
@Singleton
final class KpiReviewOverdue implements Coaching {
    private final ReviewInterval interval;
    private final KpiGrace grace;

    KpiReviewOverdue(ReviewInterval interval, KpiGrace grace) {
        this.interval = interval;
        this.grace = grace;
    }

    @Override
    public FindingCode code() {
        return FindingCode.KPI_REVIEW_OVERDUE;
    }

    @Override
    public List<Found> look(Picture picture) {
        List<Found> found = new ArrayList<>();
        for (KpiRow row : picture.kpis()) {
            LocalDate since = row.reviewedOn() == null ? row.createdOn() : row.reviewedOn();
            LocalDate due = interval.dueSince(row.createdOn(), since, row.kpi().cadence());
            if (picture.today().isAfter(due.plusDays(grace.days()))) {
                found.add(Found.of(
                        code(),
                        Subject.of(row),
                        (row.reviewedOn() == null
                                        ? "It was never reviewed"
                                        : "It was last reviewed on " + row.reviewedOn())
                                + "; a review was due on " + due,
                        Evidence.of("dueOn", due),
                        Evidence.of("reviewedOn", row.reviewedOn() == null ? "never" : row.reviewedOn()),
                        Evidence.of("graceDays", grace.days())));
            }
        }
        return found;
    }
}
