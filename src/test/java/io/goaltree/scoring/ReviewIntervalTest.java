package io.goaltree.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.time.Cadence;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewIntervalTest {
    private static final LocalDate CREATED = LocalDate.parse("2026-01-15");

    @ParameterizedTest
    @CsvSource({
        // interval, KPI, reviewed, due
        "MONTHLY, DAILY, 2026-11-22, 2026-12-22",
        "MONTHLY, WEEKLY, 2026-11-22, 2026-12-22",
        "MONTHLY, MONTHLY, 2026-11-22, 2026-12-22",
        "MONTHLY, QUARTERLY, 2026-11-22, 2027-02-22",
        "WEEKLY, DAILY, 2026-11-22, 2026-11-29",
        "WEEKLY, MONTHLY, 2026-11-22, 2026-12-22",
        "QUARTERLY, MONTHLY, 2026-11-22, 2027-02-22",
        "DAILY, DAILY, 2026-11-22, 2026-11-23",
        "MONTHLY, DAILY, 2026-01-31, 2026-02-28",
        "MONTHLY, WEEKLY, 2026-02-28, 2026-03-28",
        "QUARTERLY, DAILY, 2026-11-30, 2027-02-28",
    })
    void one_interval_after_the_latest_review_or_one_cadence_when_that_is_later(
            Cadence interval, Cadence kpi, LocalDate reviewed, LocalDate due) {
        assertThat(new ReviewInterval(interval).dueSince(CREATED, reviewed, kpi))
                .isEqualTo(due);
    }

    @Test
    void what_was_never_reviewed_is_due_from_the_day_it_was_created() {
        for (Cadence kpi : Cadence.values()) {
            assertThat(new ReviewInterval(Cadence.QUARTERLY).dueSince(CREATED, null, kpi))
                    .isEqualTo(CREATED);
        }
    }
}
