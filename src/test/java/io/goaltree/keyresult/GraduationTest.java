package io.goaltree.keyresult;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.goaltree.World.unknown;
import static io.goaltree.World.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.Later;
import io.goaltree.Sql;
import io.goaltree.Wire;
import io.goaltree.World.Goal;
import io.goaltree.World.Measured;
import io.goaltree.World.Refusal;
import io.goaltree.behaviour.Segment;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.kpi.KeptBehaviours;
import io.goaltree.kpi.KpiAnswers;
import io.goaltree.kpi.KpiHolds;
import io.goaltree.kpi.LostLevel;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GraduationTest extends ApiTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    @Inject
    Sql sql;

    @Inject
    KpiHolds holds;

    @Inject
    KpiAnswers answers;

    @Inject
    KeptBehaviours behaviours;

    private String cycle;
    private String kpi;
    private Measured fed;

    @BeforeEach
    void a_key_result_that_reached_its_target() {
        cycle = world.cycle();
        kpi = world.kpi("tolerance", 2);
        values(kpi, FIRST, 50);
        fed = world.objective(cycle).fed(kpi, 80);
        values(kpi, FIRST.plusDays(1), 85);
    }

    @Test
    void the_target_that_was_met_becomes_the_healthy_range_and_lineage_leads_both_ways() {
        String id = graduate();
        assertThat(ask("""
                        query($id: ID) { kpi(id: $id) { version healthyRange { lower upper tolerance } holds
                          graduatedFrom { id graduatedInto { key } }
                          definitions { number effectiveFrom reason unit } } }
                        """, "id", id).<Map<String, Object>>get("kpi"))
                .isEqualTo(input(
                        "version",
                        1,
                        "healthyRange",
                        input("lower", "80", "upper", "100", "tolerance", "2"),
                        "holds",
                        null,
                        "graduatedFrom",
                        input("id", fed.id, "graduatedInto", input("key", kpi)),
                        "definitions",
                        List.of(
                                input("number", 1, "effectiveFrom", null, "reason", null, "unit", "%"),
                                input(
                                        "number",
                                        2,
                                        "effectiveFrom",
                                        "2026-11-22",
                                        "reason",
                                        "Graduated from key result 'A KPI'",
                                        "unit",
                                        "%"))));
        Measured other = world.objective(cycle).reach(0, 1);
        assertThat(other.<Object>get("graduatedInto { id }", "graduatedInto")).isNull();
        assertThat(kpi("graduatedFrom { id }", world.kpi())).isEqualTo(input("graduatedFrom", null));
    }

    @Test
    void short_of_the_target_the_newest_value_is_the_level() {
        values(kpi, FIRST.plusDays(2), "79.5");
        graduate("tolerance", "0.50");
        assertThat(range()).isEqualTo(input("lower", "79.5", "upper", "100", "tolerance", "0.50"));
    }

    @Test
    void where_lower_is_better_the_level_is_the_upper_bound() {
        kpi = world.kpi("direction", "LOWER_IS_BETTER");
        values(kpi, FIRST, 50);
        fed = world.objective(cycle).fed(kpi, 20);
        values(kpi, FIRST.plusDays(1), 20);
        graduate();
        assertThat(range()).isEqualTo(input("lower", null, "upper", "20", "tolerance", "0"));
    }

    @Test
    void a_range_that_is_given_is_taken_as_it_is() {
        graduate("lower", "70.0", "tolerance", 1);
        assertThat(range()).isEqualTo(input("lower", "70.0", "upper", null, "tolerance", "1"));
    }

    @Test
    void a_kpi_that_stays_within_its_range_needs_bounds() {
        kpi = world.kpi("direction", "WITHIN_RANGE");
        values(kpi, FIRST, 50);
        fed = world.objective(cycle).fed(kpi, 20);
        refused().with("REQUIRED", "input.lower", kpi, "WITHIN_RANGE");
        refused("tolerance", 1).with("REQUIRED", "input.lower", kpi);
        graduate("lower", 15, "upper", 25);
        assertThat(range()).isEqualTo(input("lower", "15", "upper", "25", "tolerance", "0"));
    }

    @Test
    void without_a_gain_only_a_range_that_is_given_can_graduate() {
        values(kpi, FIRST.plusDays(2), "50.0");
        refused().with("WRONG_STATE", "input.keyResult", "50.0", "baseline 50", "nothing was gained");
        values(kpi, FIRST.plusDays(2), "49");
        refused("tolerance", 3).with("WRONG_STATE", "input.keyResult", "49", "nothing was gained");
        graduate("lower", 40);
    }

    @Test
    void a_range_that_makes_no_sense_is_refused() {
        refused("lower", 5, "upper", 4).with("INVALID_VALUE", "input.lower", "5", "4");
        refused("lower", 5, "tolerance", -1).with("OUT_OF_RANGE", "input.tolerance", "-1");
        refused("tolerance", -1).with("OUT_OF_RANGE", "input.tolerance", "-1");
        refused("upper", "123456789012345678901").with("OUT_OF_RANGE", "input.upper", "21 digits");
    }

    @Test
    void what_is_not_fed_or_cancelled_or_not_there_is_refused() {
        for (String bad : List.of(unknown("kr"), "nonsense", kpi)) {
            world.refused("keyResultGraduate", input("keyResult", bad)).with("NOT_FOUND", "input.keyResult");
        }
        String checked = world.objective(cycle).reach(0, 1).id;
        world.refused("keyResultGraduate", input("keyResult", checked))
                .with("WRONG_STATE", "input.keyResult", "A result", "not fed");
        Goal cancelled = world.objective(cycle);
        String below = cancelled.fed(kpi, 90).id;
        cancelled.cancel();
        world.refused("keyResultGraduate", input("keyResult", below))
                .with("WRONG_STATE", "input.keyResult", cancelled.title, "cancelled");
        fed.cancel();
        refused().with("WRONG_STATE", "input.keyResult", "A KPI", "cancelled");
    }

    @Test
    void an_archived_kpi_is_refused_but_what_graduated_before_stays_answered() {
        Measured second = world.objective(cycle).fed(kpi, 90);
        String id = graduate();
        mutate("kpiArchive", input("kpi", kpi)).done();
        world.refused("keyResultGraduate", input("keyResult", second.id))
                .with("WRONG_STATE", "input.keyResult", kpi, "archived");
        assertThat(graduate()).isEqualTo(id);
    }

    @Test
    void a_definition_of_a_later_day_must_have_begun() {
        redefine("2026-11-23", "lower", 1);
        refused().with("WRONG_STATE", "input.keyResult", kpi, "2026-11-23", "2026-11-22");
        clock.set(Instant.parse("2026-11-23T00:00:00Z"));
        graduate();
        assertThat(range()).isEqualTo(input("lower", "80", "upper", "100", "tolerance", "2"));
    }

    @Test
    void in_another_unit_a_range_is_needed() {
        world.closed(cycle);
        redefine("2026-11-22", "unit", "EUR");
        refused().with("UNIT_MISMATCH", "input.lower", kpi);
        graduate("lower", 7);
        assertThat(range()).containsEntry("lower", "7");
    }

    @Test
    void the_same_again_changes_nothing_and_another_range_is_refused() {
        String id = graduate();
        Map<String, String> before = sql.contents();
        assertThat(graduate()).isEqualTo(id);
        assertThat(graduate("lower", "80.0", "upper", 100)).isEqualTo(id);
        assertThat(graduate("tolerance", "2.0")).isEqualTo(id);
        assertThat(sql.contents()).isEqualTo(before);
        refused("lower", 80).with("WRONG_STATE", "input.keyResult", kpi, "lower 80", "upper 100", "kpiRedefine");
        refused("tolerance", 3).with("WRONG_STATE", "input.keyResult", "tolerance 2");
    }

    @Test
    void of_the_same_at_once_one_is_written() {
        List<CompletableFuture<String>> all =
                IntStream.range(0, 6).mapToObj(i -> Later.of(() -> graduate())).toList();
        all.forEach(CompletableFuture::join);
        assertThat(sql.count(
                        "select count(*) from kpi_graduation where key_result_id = ?",
                        Ids.uuid(Kind.KEY_RESULT, fed.id)))
                .isEqualTo(1);
        assertThat(kpi("definitions { number }", kpi))
                .isEqualTo(input("definitions", List.of(input("number", 1), input("number", 2))));
    }

    @Test
    void a_key_result_of_a_closed_cycle_graduates_and_nothing_of_it_changes() {
        world.closed(cycle);
        Map<String, Object> before = frozen();
        graduate();
        assertThat(frozen()).isEqualTo(before);
        assertThat(before).containsEntry("state", "CLOSED");
    }

    @Test
    void it_is_in_force_from_the_current_period_on_and_starts_a_segment() {
        kpi = world.kpi("cadence", "WEEKLY");
        values(kpi, LocalDate.parse("2026-11-02"), 50);
        fed = world.objective(cycle).fed(kpi, 80);
        values(kpi, LocalDate.parse("2026-11-16"), 85);
        mutate("kpiRebase", input("kpi", kpi, "from", "2026-11-16", "reason", "Same day"))
                .done();
        UUID id = Ids.uuid(Kind.KPI, graduate());
        assertThat(behaviours.of(List.of(id)).get(id).segments())
                .extracting(Segment::reason)
                .containsExactly("First value", "Graduated from key result 'A KPI'");
        assertThat(kpi("holds definitions { effectiveFrom }", kpi))
                .isEqualTo(input(
                        "holds",
                        true,
                        "definitions",
                        List.of(input("effectiveFrom", null), input("effectiveFrom", "2026-11-16"))));
    }

    @Test
    void it_holds_while_every_value_since_lies_in_the_range_bounds_included() {
        graduate();
        assertThat(holds()).isNull();
        values(kpi, FIRST.plusDays(2), 1);
        assertThat(holds()).isNull();
        values(kpi, TODAY, "80.0");
        assertThat(holds()).isTrue();
        Instant held = clock.instant();
        clock.advance(Duration.ofDays(2));
        values(kpi, TODAY.plusDays(1), "100", "79.999");
        assertThat(holds()).isFalse();
        redefine("2026-11-23", "lower", 1);
        assertThat(holds()).isFalse();
        values(kpi, TODAY.plusDays(2), 81);
        assertThat(holds()).isTrue();
        assertThat(asOf(held)).isEqualTo(input("holds", true, "graduatedFrom", input("id", fed.id)));
    }

    @Test
    void before_it_graduated_nothing_is_held_as_of_then() {
        values(kpi, TODAY, 90);
        Instant before = clock.instant();
        clock.advance(Duration.ofMinutes(1));
        graduate();
        assertThat(holds()).isTrue();
        assertThat(asOf(before)).isEqualTo(input("holds", null, "graduatedFrom", null));
        assertThat(ask(
                                "query($id: ID!, $asOf: DateTime) { keyResult(id: $id, asOf: $asOf) { graduatedInto { id } } }",
                                "id",
                                fed.id,
                                "asOf",
                                before.toString())
                        .<Object>get("keyResult.graduatedInto"))
                .isNull();
    }

    @Test
    void values_in_another_unit_do_not_count() {
        graduate();
        values(kpi, TODAY, 90);
        world.closed(cycle);
        clock.advance(Duration.ofDays(1));
        redefine("2026-11-23", "unit", "EUR");
        values(kpi, TODAY.plusDays(1), 1);
        assertThat(holds()).isTrue();
    }

    @Test
    void the_latest_graduation_is_the_one_that_is_to_hold() {
        Measured second = world.objective(cycle).fed(kpi, 90);
        graduate();
        values(kpi, TODAY, 85);
        assertThat(holds()).isTrue();
        clock.advance(Duration.ofDays(1));
        values(kpi, TODAY.plusDays(1), 95);
        fed = second;
        graduate();
        assertThat(kpi("healthyRange { lower } graduatedFrom { id } holds", kpi))
                .isEqualTo(input(
                        "healthyRange", input("lower", "90"), "graduatedFrom", input("id", second.id), "holds", true));
    }

    @Test
    void many_that_graduated_cost_as_many_statements_as_one() {
        List<UUID> all = new ArrayList<>(List.of(Ids.uuid(Kind.KPI, graduate())));
        for (int i = 0; i < 4; i++) {
            kpi = world.kpi();
            values(kpi, FIRST, 50);
            fed = world.objective(cycle).fed(kpi, 80);
            values(kpi, FIRST.plusDays(1), 85);
            all.add(Ids.uuid(Kind.KPI, graduate()));
            values(kpi, TODAY, 79 + i);
        }
        assertThat(Wire.statements(() -> holds.of(all))).isEqualTo(1);
        assertThat(holds.of(all).values()).containsExactlyInAnyOrder(false, true, true, true);
        assertThat(holds.of(List.of())).isEmpty();
        String tree = "query($cycle: String!) { goalTree(cycle: $cycle) { objectives { keyResults {"
                + " graduatedInto { holds graduatedFrom { id } definitions { number } } } } } }";
        int five = Wire.statements(() -> ask(tree, "cycle", cycle));
        String small = world.cycle();
        kpi = world.kpi();
        values(kpi, FIRST, 50);
        fed = world.objective(small).fed(kpi, 80);
        values(kpi, FIRST.plusDays(1), 85);
        graduate();
        assertThat(five).isEqualTo(Wire.statements(() -> ask(tree, "cycle", small)));
    }

    @Test
    void the_history_of_both_tells_it() {
        clock.advance(Duration.ofMinutes(1));
        String id = graduate();
        for (String one : List.of(id, fed.id)) {
            assertThat(ask(
                                    "query($id: ID!) { history(id: $id, first: 9) { nodes { type action fields { name after } } } }",
                                    "id",
                                    one)
                            .<Map<String, Object>>list("history.nodes"))
                    .contains(input(
                            "type",
                            "Graduation",
                            "action",
                            "CREATED",
                            "fields",
                            List.of(
                                    input("name", "effectiveFrom", "after", "2026-11-22"),
                                    input("name", "keyResult", "after", fed.id),
                                    input("name", "kpi", "after", id),
                                    input("name", "lower", "after", "80"),
                                    input("name", "recordedAt", "after", "2026-11-22T09:31:00Z"),
                                    input("name", "tolerance", "after", "2"),
                                    input("name", "upper", "after", "100"))));
        }
    }

    private String graduate(Object... more) {
        return mutate("keyResultGraduate", with(more)).done().id();
    }

    private Refusal refused(Object... more) {
        return world.refused("keyResultGraduate", with(more));
    }

    private Map<String, Object> with(Object... more) {
        Map<String, Object> input = input("keyResult", fed.id);
        input.putAll(input(more));
        return input;
    }

    private void redefine(String from, String field, Object value) {
        mutate("kpiRedefine", input("kpi", kpi, "effectiveFrom", from, "reason", "Why", field, value))
                .done();
    }

    @Test
    void what_a_closed_cycle_achieved_is_the_level_whatever_came_after() {
        world.closed(cycle);
        values(kpi, FIRST.plusDays(5), 60);
        graduate();
        assertThat(range()).isEqualTo(input("lower", "80", "upper", "100", "tolerance", "2"));
    }

    @Test
    void a_unit_that_was_put_right_on_the_same_day_hides_no_value() {
        graduate();
        fed.cancel();
        for (String unit : List.of("EUR", "%")) {
            mutate("kpiRedefine", input("kpi", kpi, "effectiveFrom", "2026-11-22", "reason", "Typo", "unit", unit))
                    .done();
        }
        values(kpi, TODAY, 1);
        assertThat(holds()).isFalse();
        assertThat(holds.lost(answers.ids(List.of(kpi)).values()).values())
                .singleElement()
                .extracting(LostLevel::value)
                .isEqualTo(BigDecimal.ONE);
    }

    private Map<String, Object> frozen() {
        return ask(
                        "query($id: ID!) { keyResult(id: $id) { state version score updatedAt progress { raw ratio } } }",
                        "id",
                        fed.id)
                .get("keyResult");
    }

    private Boolean holds() {
        return (Boolean) kpi("holds", kpi).get("holds");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> range() {
        return (Map<String, Object>)
                kpi("healthyRange { lower upper tolerance }", kpi).get("healthyRange");
    }

    private static Map<String, Object> kpi(String fields, String key) {
        return ask("query($key: String) { kpi(key: $key) { " + fields + " } }", "key", key)
                .get("kpi");
    }

    private Map<String, Object> asOf(Instant instant) {
        return ask(
                        "query($key: String, $asOf: DateTime) { kpi(key: $key, asOf: $asOf) { holds graduatedFrom { id } } }",
                        "key",
                        kpi,
                        "asOf",
                        instant.toString())
                .get("kpi");
    }
}
