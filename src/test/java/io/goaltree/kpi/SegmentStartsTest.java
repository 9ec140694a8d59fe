package io.goaltree.kpi;

import static io.goaltree.time.Cadence.DAILY;
import static io.goaltree.time.Cadence.MONTHLY;
import static io.goaltree.time.Cadence.WEEKLY;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.scoring.Direction;
import io.goaltree.time.Cadence;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SegmentStartsTest {
    private final UUID kpi = UUID.randomUUID();
    private final List<KpiDefinitionEntity> versions = new ArrayList<>();

    SegmentStartsTest() {
        KpiDefinitionEntity first = new KpiDefinitionEntity();
        first.kpiId = kpi;
        first.number = 1;
        first.unit = "%";
        first.direction = Direction.HIGHER_IS_BETTER;
        first.tolerance = BigDecimal.ZERO;
        versions.add(first);
    }

    @Test
    void the_first_version_alone_starts_nothing() {
        assertThat(starts(DAILY)).isEmpty();
    }

    @Test
    void unit_formula_and_source_start_a_segment_each_and_one_version_that_changes_all_starts_one() {
        from("2026-01-05").unit = "EUR";
        from("2026-02-05").formula = "a / b";
        from("2026-03-05").source = "Ledger";
        KpiDefinitionEntity all = from("2026-04-05");
        all.unit = null;
        all.formula = "a".repeat(61);
        all.source = "Till";
        assertThat(starts(DAILY))
                .containsExactly(
                        "2026-01-05 The unit changed from '%' to 'EUR'",
                        "2026-02-05 The formula changed from none to 'a / b'",
                        "2026-03-05 The source changed from none to 'Ledger'",
                        "2026-04-05 The unit changed from 'EUR' to none, the formula changed from 'a / b' to '"
                                + "a".repeat(40)
                                + "... (61 characters)', the source changed from 'Ledger' to 'Till'");
    }

    @Test
    void another_range_or_direction_starts_nothing() {
        KpiDefinitionEntity next = from("2026-01-05");
        next.lower = BigDecimal.ONE;
        next.tolerance = BigDecimal.TEN;
        next.direction = Direction.LOWER_IS_BETTER;
        assertThat(starts(DAILY)).isEmpty();
    }

    @Test
    void of_two_versions_on_one_day_the_later_one_counts_alone() {
        from("2026-01-05").unit = "EUR";
        from("2026-01-05").unit = "%";
        assertThat(starts(DAILY)).isEmpty();
        from("2026-01-05").unit = "USD";
        assertThat(starts(DAILY)).containsExactly("2026-01-05 The unit changed from '%' to 'USD'");
    }

    @Test
    void a_version_that_no_period_began_with_starts_nothing() {
        from("2026-01-06").unit = "EUR";
        from("2026-01-08").unit = "%";
        assertThat(starts(DAILY)).hasSize(2);
        assertThat(starts(WEEKLY)).isEmpty();
        from("2026-01-09").unit = "USD";
        assertThat(starts(WEEKLY)).containsExactly("2026-01-09 The unit changed from '%' to 'USD'");
        assertThat(starts(MONTHLY)).containsExactly("2026-01-09 The unit changed from '%' to 'USD'");
    }

    @Test
    void a_change_in_the_middle_of_a_period_is_a_change_for_the_next_one() {
        from("2026-01-06").unit = "EUR";
        from("2026-01-13").unit = "%";
        assertThat(starts(WEEKLY))
                .containsExactly(
                        "2026-01-06 The unit changed from '%' to 'EUR'",
                        "2026-01-13 The unit changed from 'EUR' to '%'");
    }

    @Test
    void a_later_version_of_an_earlier_day_rewrites_what_came_after_that_day() {
        from("2026-03-02").unit = "EUR";
        from("2026-02-02").unit = "EUR";
        assertThat(starts(DAILY)).containsExactly("2026-02-02 The unit changed from '%' to 'EUR'");
    }

    @Test
    void far_days_break_nothing() {
        from("1583-01-01").unit = "EUR";
        from("9999-12-31").unit = "USD";
        assertThat(starts(MONTHLY)).hasSize(2);
        assertThat(starts(WEEKLY)).hasSize(2);
    }

    private KpiDefinitionEntity from(String day) {
        KpiDefinitionEntity next =
                versions.get(versions.size() - 1).next(LocalDate.parse(day), "Because", Instant.EPOCH);
        versions.add(next);
        return next;
    }

    private List<String> starts(Cadence cadence) {
        return SegmentStarts.of(KpiDefinitions.of(versions), kpi, cadence).stream()
                .map(start -> start.from() + " " + start.reason())
                .toList();
    }
}
