package io.goaltree.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.scoring.Direction;
import io.goaltree.time.Cadence;
import io.goaltree.time.DateRange;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The zone of a KPI decides the day, its cadence the period: the days on which that is hard. */
class ValuePeriodsTest {
    @ParameterizedTest
    @CsvSource({
        // The day that has 23 hours in Berlin, and the one that has 25.
        "DAILY, Europe/Berlin, 2025-03-30, 2025-03-30, 2025-03-30, 2025-03-29T23:00:00Z",
        "DAILY, Europe/Berlin, 2025-03-29T23:00:00Z, 2025-03-30, 2025-03-30, 2025-03-29T23:00:00Z",
        "DAILY, Europe/Berlin, 2025-03-30T21:59:59Z, 2025-03-30, 2025-03-30, 2025-03-30T21:59:59Z",
        "DAILY, Europe/Berlin, 2025-03-30T22:00:00Z, 2025-03-31, 2025-03-31, 2025-03-30T22:00:00Z",
        "DAILY, Europe/Berlin, 2025-03-31, 2025-03-31, 2025-03-31, 2025-03-30T22:00:00Z",
        "WEEKLY, Europe/Berlin, 2025-03-30T21:59:59Z, 2025-03-24, 2025-03-30, 2025-03-30T21:59:59Z",
        "WEEKLY, Europe/Berlin, 2025-03-30T22:00:00Z, 2025-03-31, 2025-04-06, 2025-03-30T22:00:00Z",
        "DAILY, Europe/Berlin, 2025-10-26, 2025-10-26, 2025-10-26, 2025-10-25T22:00:00Z",
        "DAILY, Europe/Berlin, 2025-10-26T02:30:00+02:00, 2025-10-26, 2025-10-26, 2025-10-26T00:30:00Z",
        "DAILY, Europe/Berlin, 2025-10-26T02:30:00+01:00, 2025-10-26, 2025-10-26, 2025-10-26T01:30:00Z",
        "DAILY, Europe/Berlin, 2025-10-26T22:59:59Z, 2025-10-26, 2025-10-26, 2025-10-26T22:59:59Z",
        "DAILY, Europe/Berlin, 2025-10-26T23:00:00Z, 2025-10-27, 2025-10-27, 2025-10-26T23:00:00Z",
        "WEEKLY, Europe/Berlin, 2025-10-26T22:59:59Z, 2025-10-20, 2025-10-26, 2025-10-26T22:59:59Z",
        "DAILY, America/New_York, 2025-03-09, 2025-03-09, 2025-03-09, 2025-03-09T05:00:00Z",
        "DAILY, America/New_York, 2025-03-10, 2025-03-10, 2025-03-10, 2025-03-10T04:00:00Z",
        "DAILY, America/New_York, 2025-11-03T04:59:59Z, 2025-11-02, 2025-11-02, 2025-11-03T04:59:59Z",
        "DAILY, America/New_York, 2025-11-03T05:00:00Z, 2025-11-03, 2025-11-03, 2025-11-03T05:00:00Z",
        // Samoa had no 30 December 2011: no instant falls on it, and a date that names it begins where the next day
        // does.
        "DAILY, Pacific/Apia, 2011-12-30T09:59:59Z, 2011-12-29, 2011-12-29, 2011-12-30T09:59:59Z",
        "DAILY, Pacific/Apia, 2011-12-30T10:00:00Z, 2011-12-31, 2011-12-31, 2011-12-30T10:00:00Z",
        "DAILY, Pacific/Apia, 2011-12-30, 2011-12-30, 2011-12-30, 2011-12-30T10:00:00Z",
        "WEEKLY, Pacific/Apia, 2011-12-30T10:00:00Z, 2011-12-26, 2012-01-01, 2011-12-30T10:00:00Z",
        // ISO weeks: the 53rd of 2020 ends in 2021, and the first of 2021 begins the day after.
        "WEEKLY, UTC, 2020-12-28, 2020-12-28, 2021-01-03, 2020-12-28T00:00:00Z",
        "WEEKLY, UTC, 2021-01-03, 2020-12-28, 2021-01-03, 2021-01-03T00:00:00Z",
        "WEEKLY, UTC, 2021-01-04, 2021-01-04, 2021-01-10, 2021-01-04T00:00:00Z",
        "WEEKLY, America/New_York, 2021-01-04T04:59:59Z, 2020-12-28, 2021-01-03, 2021-01-04T04:59:59Z",
        "DAILY, UTC, 2024-02-29, 2024-02-29, 2024-02-29, 2024-02-29T00:00:00Z",
        "WEEKLY, UTC, 2024-02-29, 2024-02-26, 2024-03-03, 2024-02-29T00:00:00Z",
        "MONTHLY, UTC, 2024-02-29T23:59:59Z, 2024-02-01, 2024-02-29, 2024-02-29T23:59:59Z",
        "QUARTERLY, UTC, 2024-02-29, 2024-01-01, 2024-03-31, 2024-02-29T00:00:00Z",
        "MONTHLY, Europe/Berlin, 2025-10-31T22:59:59Z, 2025-10-01, 2025-10-31, 2025-10-31T22:59:59Z",
        "MONTHLY, Europe/Berlin, 2025-10-31T23:00:00Z, 2025-11-01, 2025-11-30, 2025-10-31T23:00:00Z",
        "QUARTERLY, Europe/Berlin, 2025-03-31T21:59:59Z, 2025-01-01, 2025-03-31, 2025-03-31T21:59:59Z",
        "QUARTERLY, Europe/Berlin, 2025-03-31T22:00:00Z, 2025-04-01, 2025-06-30, 2025-03-31T22:00:00Z",
        "QUARTERLY, Europe/Berlin, 2025-06-30T22:00:00Z, 2025-07-01, 2025-09-30, 2025-06-30T22:00:00Z",
        "QUARTERLY, Europe/Berlin, 2025-09-30T21:59:59Z, 2025-07-01, 2025-09-30, 2025-09-30T21:59:59Z",
        "QUARTERLY, Europe/Berlin, 2025-12-31T23:00:00Z, 2026-01-01, 2026-03-31, 2025-12-31T23:00:00Z",
    })
    void a_value_belongs_to_the_period_of_its_day(
            Cadence cadence, String zone, String at, LocalDate first, LocalDate last, Instant measuredAt) {
        KpiEntity kpi = new KpiEntity();
        kpi.id = UUID.randomUUID();
        kpi.key = "kpi";
        kpi.cadence = cadence;
        kpi.zone = zone;
        KpiDefinitionEntity definition = new KpiDefinitionEntity();
        definition.kpiId = kpi.id;
        definition.number = 1;
        definition.direction = Direction.HIGHER_IS_BETTER;
        definition.tolerance = BigDecimal.ZERO;
        ValueReader reader = new ValueReader(
                Map.of("kpi", kpi), KpiDefinitions.of(List.of(definition)), Instant.parse("2026-11-22T09:30:00Z"), 2);
        ReadValue read = reader.read(new ValueToRecord("kpi", at, "1", null, null, null, null))
                .fold(value -> value, problems -> {
                    throw new AssertionError(problems);
                });
        assertThat(read.period()).isEqualTo(DateRange.inclusive(first, last));
        assertThat(read.measuredAt()).isEqualTo(measuredAt);
    }
}
