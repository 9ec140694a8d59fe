package io.goaltree.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.Sql;
import io.goaltree.Wire;
import io.goaltree.World;
import io.goaltree.behaviour.Segment;
import io.goaltree.behaviour.Verdict;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KpiBehavioursTest extends ApiTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");

    @Inject
    KpiBehaviours behaviours;

    @Inject
    KpiAnswers answers;

    @Inject
    Sql sql;

    @Test
    void values_are_read_in_the_order_of_their_periods_whenever_they_were_recorded() {
        UUID kpi = kpi();
        World.values(key(kpi), FIRST.plusDays(3), "4");
        World.values(key(kpi), FIRST, "1.0", "2", "3");
        KpiHistory history = behaviours.of(List.of(kpi)).get(kpi);
        assertThat(history.values())
                .extracting(point -> point.period().from() + " " + point.value())
                .containsExactly("2026-11-01 1.0", "2026-11-02 2", "2026-11-03 3", "2026-11-04 4");
        assertThat(history.behaviour().verdict()).isEqualTo(Verdict.INSUFFICIENT_DATA);
    }

    @Test
    void a_kpi_without_values_has_an_empty_history_and_one_that_is_not_there_none() {
        UUID kpi = kpi();
        UUID nobody = UUID.randomUUID();
        assertThat(behaviours.of(List.of(kpi, nobody))).containsOnlyKeys(kpi);
        assertThat(behaviours.of(List.of(kpi)).get(kpi).values()).isEmpty();
        assertThat(behaviours.of(List.of())).isEmpty();
    }

    @Test
    void another_unit_starts_a_segment_and_another_range_none() {
        UUID kpi = kpi();
        World.values(key(kpi), FIRST, 1, 1, 1, 1, 1, 1, 50, 50, 50, 50, 50, 50);
        define(kpi, 2, "%", FIRST.plusDays(3));
        assertThat(segments(kpi)).hasSize(1);
        define(kpi, 3, "EUR", FIRST.plusDays(6));
        List<Segment> segments = segments(kpi);
        assertThat(segments).extracting(Segment::from).containsExactly(FIRST, FIRST.plusDays(6));
        assertThat(segments.get(1).reason()).isEqualTo("The unit changed from '%' to 'EUR'");
        assertThat(segments.get(1).limits().mean()).isEqualByComparingTo(BigDecimal.valueOf(50));
        assertThat(behaviours.of(List.of(kpi)).get(kpi).behaviour().verdict()).isEqualTo(Verdict.NOISE);
    }

    @Test
    void many_kpis_cost_as_many_statements_as_one() {
        List<UUID> kpis = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            kpis.add(kpi());
            World.values(key(kpis.get(i)), FIRST, 1, 2, 3, 4, 5, 6, 7, 8);
        }
        assertThat(Wire.statements(() -> behaviours.of(kpis.subList(0, 1)))).isEqualTo(4);
        assertThat(Wire.statements(() -> behaviours.of(kpis))).isEqualTo(4);
    }

    private List<Segment> segments(UUID kpi) {
        return behaviours.of(List.of(kpi)).get(kpi).behaviour().segments();
    }

    private void define(UUID kpi, int number, String unit, LocalDate from) {
        sql.execute("""
                insert into kpi_definition (id, kpi_id, number, effective_from, unit, direction, tolerance, recorded_at)
                values (gen_random_uuid(), ?, ?, ?, ?, 'HIGHER_IS_BETTER', 0, current_timestamp)
                """, kpi, number, from, unit);
    }

    private UUID kpi() {
        String key = world.kpi();
        return answers.ids(List.of(key)).get(key);
    }

    private String key(UUID kpi) {
        return answers.one(kpi).key();
    }

    @Test
    void kpis_with_long_histories_are_read_some_at_a_time() {
        List<UUID> ids = answers.ids(List.of(world.kpi(), world.kpi(), world.kpi())).values().stream()
                .sorted()
                .toList();
        for (int i = 0; i < 2; i++) {
            sql.execute("""
                    insert into kpi_value (id, kpi_id, period_start, period_end, value, measured_at, late, recorded_at)
                    select gen_random_uuid(), ?, day, day, 1, now(), false, now()
                    from (select date '1900-01-01' + n from generate_series(1, 25001) n) days(day)
                    """, ids.get(i));
        }
        assertThat(QuarkusTransaction.requiringNew().call(() -> behaviours.inParts(ids)))
                .containsExactly(Set.of(ids.get(0)), Set.of(ids.get(1), ids.get(2)));
        assertThat(behaviours.inParts(List.of())).isEmpty();
    }
}
