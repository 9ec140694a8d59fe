package io.goaltree.kpi;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.goaltree.World.unknown;
import static io.goaltree.World.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.Later;
import io.goaltree.Sql;
import io.goaltree.World.Refusal;
import io.goaltree.behaviour.Behaviour;
import io.goaltree.behaviour.Segment;
import io.goaltree.behaviour.Verdict;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KpiRebaseTest extends ApiTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");

    @Inject
    KeptBehaviours behaviours;

    @Inject
    KpiAnswers answers;

    @Inject
    Sql sql;

    @Test
    void a_rebase_starts_a_segment_and_what_was_a_signal_is_the_new_normal() {
        String kpi = shifted();
        assertThat(behaviour(kpi).verdict()).isEqualTo(Verdict.SIGNAL);
        LocalDate proposed = behaviour(kpi).proposedRebase();
        assertThat(proposed).isEqualTo(FIRST.plusDays(8));
        rebase(kpi, proposed, "New supplier");
        assertThat(behaviour(kpi).verdict()).isEqualTo(Verdict.NOISE);
        assertThat(behaviour(kpi).segments())
                .extracting(segment -> segment.from() + " " + segment.reason())
                .containsExactly("2026-11-01 First value", "2026-11-09 New supplier");
        assertThat(ask("query($key: String) { kpi(key: $key) { version } }", "key", kpi)
                        .<Integer>get("kpi.version"))
                .isEqualTo(1);
    }

    @Test
    void a_day_within_a_period_means_the_next_period() {
        String kpi = world.kpi("cadence", "WEEKLY");
        for (int week = 0; week < 3; week++) {
            values(kpi, LocalDate.parse("2026-11-02").plusWeeks(week), week);
        }
        rebase(kpi, LocalDate.parse("2026-11-03"), "Late in the week");
        assertThat(behaviour(kpi).segments())
                .extracting(Segment::from)
                .containsExactly(LocalDate.parse("2026-11-02"), LocalDate.parse("2026-11-09"));
    }

    @Test
    void on_one_day_a_rebase_comes_after_a_definition() {
        String kpi = shifted();
        rebase(kpi, FIRST.plusDays(8), "New supplier");
        mutate(
                        "kpiRedefine",
                        input(
                                "kpi",
                                kpi,
                                "effectiveFrom",
                                FIRST.plusDays(8).toString(),
                                "reason",
                                "Why",
                                "unit",
                                "EUR"))
                .done();
        assertThat(behaviour(kpi).segments())
                .extracting(Segment::reason)
                .containsExactly("First value", "New supplier");
    }

    @Test
    void the_same_again_changes_nothing_and_another_reason_for_the_day_is_refused() {
        String kpi = shifted();
        rebase(kpi, FIRST.plusDays(8), "New supplier");
        Map<String, String> before = sql.contents();
        rebase(kpi, FIRST.plusDays(8), " New supplier ");
        assertThat(sql.contents()).isEqualTo(before);
        refused(kpi, FIRST.plusDays(8), "New owner")
                .with("DUPLICATE_KEY", "input.from", kpi, "2026-11-09", "New supplier");
        rebase(kpi, FIRST.plusDays(9), "New owner");
    }

    @Test
    void of_the_same_at_once_one_is_written() {
        String kpi = shifted();
        List<CompletableFuture<Object>> all = IntStream.range(0, 6)
                .mapToObj(i -> Later.of(() -> rebase(kpi, FIRST.plusDays(8), "New supplier")))
                .toList();
        all.forEach(CompletableFuture::join);
        assertThat(sql.count("select count(*) from kpi_rebase r join kpi k on k.id = r.kpi_id where k.key = ?", kpi))
                .isEqualTo(1);
    }

    @Test
    void the_future_and_what_was_before_the_first_value_are_refused() {
        String kpi = world.kpi("zone", "Pacific/Kiritimati");
        values(kpi, FIRST, 1, 2);
        clock.set(Instant.parse("2026-11-22T10:00:00Z"));
        refused(kpi, LocalDate.parse("2026-11-24"), "Why")
                .with("OUT_OF_RANGE", "input.from", "2026-11-24", "2026-11-23", "Kiritimati");
        rebase(kpi, LocalDate.parse("2026-11-23"), "Why");
        refused(kpi, FIRST.minusDays(1), "Why").with("OUT_OF_RANGE", "input.from", "2026-10-31", "2026-11-01");
        rebase(kpi, FIRST, "Why");
        for (String far : List.of("0001-01-01", "9999-12-31")) {
            refused(kpi, LocalDate.parse(far), "Why").with("OUT_OF_RANGE", "input.from", far);
        }
    }

    @Test
    void what_is_not_there_or_archived_or_without_values_or_reason_is_refused() {
        for (String bad : List.of("no-such-kpi", unknown("kpi"))) {
            refused(bad, FIRST, "Why").with("NOT_FOUND", "input.kpi", bad);
        }
        String empty = world.kpi();
        refused(empty, FIRST, "Why").with("WRONG_STATE", "input.kpi", empty, "no value");
        String kpi = shifted();
        refused(kpi, FIRST, " ").with("REQUIRED", "input.reason");
        refused(kpi, FIRST, "x".repeat(4_001)).with("OUT_OF_RANGE", "input.reason", "4001");
        mutate("kpiArchive", input("kpi", kpi)).done();
        refused(kpi, FIRST, "Why").with("WRONG_STATE", "input.kpi", kpi, "archived");
    }

    /** Eight days at one level, eight at another. */
    private String shifted() {
        String kpi = world.kpi();
        values(kpi, FIRST, 10, 11, 10, 11, 10, 11, 10, 11, 12, 13, 12, 13, 12, 13, 12, 13);
        return kpi;
    }

    private static Object rebase(String kpi, LocalDate from, String reason) {
        return mutate("kpiRebase", input("kpi", kpi, "from", from.toString(), "reason", reason))
                .done();
    }

    private Refusal refused(String kpi, LocalDate from, String reason) {
        return world.refused("kpiRebase", input("kpi", kpi, "from", from.toString(), "reason", reason));
    }

    private Behaviour behaviour(String key) {
        var id = answers.ids(List.of(key)).get(key);
        return behaviours.of(List.of(id)).get(id);
    }
}
