package io.goaltree.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.Sql;
import io.goaltree.kpi.IngestCaller.Batch;
import io.goaltree.kpi.IngestCaller.Door;
import io.goaltree.kpi.IngestCaller.Item;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hard days, through the door of scripts: what lies in the table afterwards, and in which year of it. */
@QuarkusTest
class IngestPeriodsTest extends ApiTest {
    @Inject
    Sql sql;

    @ParameterizedTest
    @CsvSource({
        "DAILY, Europe/Berlin, 2025-03-30T21:59:59Z, 2025-03-30, 2025-03-30, 2025-03-30T21:59:59Z",
        "DAILY, Europe/Berlin, 2025-10-26T02:30:00+01:00, 2025-10-26, 2025-10-26, 2025-10-26T01:30:00Z",
        "WEEKLY, Europe/Berlin, 2025-10-26T23:00:00Z, 2025-10-27, 2025-11-02, 2025-10-26T23:00:00Z",
        "DAILY, America/New_York, 2025-03-09, 2025-03-09, 2025-03-09, 2025-03-09T05:00:00Z",
        "DAILY, America/New_York, 2025-11-03T04:59:59Z, 2025-11-02, 2025-11-02, 2025-11-03T04:59:59Z",
        "DAILY, Pacific/Apia, 2011-12-30T09:59:59Z, 2011-12-29, 2011-12-29, 2011-12-30T09:59:59Z",
        "DAILY, Pacific/Apia, 2011-12-30, 2011-12-30, 2011-12-30, 2011-12-30T10:00:00Z",
        "DAILY, Pacific/Apia, 2011-12-30T10:00:00Z, 2011-12-31, 2011-12-31, 2011-12-30T10:00:00Z",
        "WEEKLY, UTC, 2020-12-31, 2020-12-28, 2021-01-03, 2020-12-31T00:00:00Z",
        "WEEKLY, UTC, 2021-01-03, 2020-12-28, 2021-01-03, 2021-01-03T00:00:00Z",
        "WEEKLY, UTC, 2021-01-04, 2021-01-04, 2021-01-10, 2021-01-04T00:00:00Z",
        "DAILY, UTC, 2024-02-29, 2024-02-29, 2024-02-29, 2024-02-29T00:00:00Z",
        "MONTHLY, Asia/Tokyo, 2024-02-29T14:59:59Z, 2024-02-01, 2024-02-29, 2024-02-29T14:59:59Z",
        "DAILY, Pacific/Kiritimati, 2024-12-31T10:00:00Z, 2025-01-01, 2025-01-01, 2024-12-31T10:00:00Z",
        "WEEKLY, Pacific/Kiritimati, 2024-12-31T10:00:00Z, 2024-12-30, 2025-01-05, 2024-12-31T10:00:00Z",
        "MONTHLY, Pacific/Kiritimati, 2024-12-31T10:00:00Z, 2025-01-01, 2025-01-31, 2024-12-31T10:00:00Z",
        "QUARTERLY, America/New_York, 2026-01-01T04:59:59Z, 2025-10-01, 2025-12-31, 2026-01-01T04:59:59Z",
        "QUARTERLY, America/New_York, 2026-01-01T05:00:00Z, 2026-01-01, 2026-03-31, 2026-01-01T05:00:00Z",
    })
    void value_of_a_hard_day_lies_in_the_right_period_and_the_right_table(
            String cadence, String zone, String at, String first, String last, String measuredAt) throws Exception {
        String kpi = world.kpi("cadence", cadence, "zone", zone);
        IngestCaller caller = new IngestCaller();
        Batch batch = new Batch(Door.CSV, List.of(new Item(kpi, at, "1.5")), null);
        for (String became : new String[] {"created", "unchanged"}) {
            String answer = caller.post(batch);
            assertThat(IngestCaller.figure(answer, became)).as(answer).isOne();
        }
        assertThat(sql.count("""
                select count(*) from kpi_value v join kpi k on k.id = v.kpi_id
                where k.key = ? and v.period_start = cast(? as date) and v.period_end = cast(? as date)
                    and v.measured_at = cast(? as timestamptz) and v.value = 1.5
                    and v.tableoid = to_regclass(?)
                """, kpi, first, last, measuredAt, table(first))).isOne();
        assertThat(sql.count("select count(*) from kpi_value v join kpi k on k.id = v.kpi_id where k.key = ?", kpi))
                .isOne();
    }

    private static String table(String day) {
        int year = Integer.parseInt(day.substring(0, 4));
        return year < 2020 ? "kpi_value_2010_to_2019" : "kpi_value_" + year;
    }
}
