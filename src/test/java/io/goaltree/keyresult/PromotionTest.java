package io.goaltree.keyresult;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.goaltree.World.unknown;
import static io.goaltree.World.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.GraphQl;
import io.goaltree.Later;
import io.goaltree.Sql;
import io.goaltree.World.Goal;
import io.goaltree.World.Measured;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PromotionTest extends ApiTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");
    /** NIST/SEMATECH e-Handbook 6.3.2.2; their mean is 50.81. */
    private static final Object[] NIST = {"49.6", "47.6", "49.9", "51.3", "47.8", "51.2", "52.6", "52.4", "53.6", "52.1"
    };

    @Inject
    Sql sql;

    private Goal goal;

    @BeforeEach
    void anObjective() {
        goal = world.objective(world.cycle());
    }

    @Test
    void a_kpi_becomes_a_key_result_from_the_mean_of_its_segment() {
        String kpi = world.kpi("name", "Flow rate", "unit", "l/s");
        values(kpi, FIRST, NIST);
        String id = mutate("kpiPromote", input("kpi", kpi, "objective", goal.id, "target", "60", "weight", "2.5"))
                .done()
                .id();
        assertThat(ask("""
                        query($id: ID!) { keyResult(id: $id) { title unit weight state current version kpi { key }
                          measure { ... on ReachMeasure { baseline target } } progress { raw ratio } } }
                        """, "id", id).<Map<String, Object>>get("keyResult"))
                .isEqualTo(input(
                        "title",
                        "Flow rate",
                        "unit",
                        "l/s",
                        "weight",
                        "2.5",
                        "state",
                        "OPEN",
                        "current",
                        "52.1",
                        "version",
                        0,
                        "kpi",
                        input("key", kpi),
                        "measure",
                        input("baseline", "50.81", "target", "60"),
                        "progress",
                        input("raw", 0.14037, "ratio", 0.14037)));
    }

    @Test
    void with_too_few_values_for_a_mean_the_newest_value_is_the_baseline() {
        String kpi = world.kpi();
        values(kpi, FIRST, "1", "2", "3", "4", "3.20");
        assertThat(baseline(goal.fed(kpi, 10))).isEqualTo("3.20");
        values(kpi, FIRST.plusDays(5), "4.80");
        assertThat(baseline(world.objective(world.cycle()).fed(kpi, 10))).isEqualTo("3");
    }

    @Test
    void values_flow_from_the_kpi_and_the_newest_period_is_in_force() {
        String kpi = world.kpi();
        values(kpi, FIRST, 0);
        Measured fed = goal.fed(kpi, 10);
        assertThat(fed.progress()).containsEntry("ratio", 0.0).containsEntry("coverage", 1.0);
        values(kpi, FIRST.plusDays(9), "2.50");
        values(kpi, FIRST.plusDays(8), "9");
        assertThat(fed.<Object>get("current")).isEqualTo("2.50");
        assertThat(goal.ratio()).isEqualTo(0.25);
        values(kpi, FIRST.plusDays(9), "5");
        assertThat(goal.ratio()).isEqualTo(0.5);
    }

    @Test
    void a_relative_target_is_resolved_against_the_baseline() {
        String kpi = world.kpi("direction", "LOWER_IS_BETTER");
        values(kpi, FIRST, 80);
        String id = mutate("kpiPromote", input("kpi", kpi, "objective", goal.id, "changePercent", -25))
                .done()
                .id();
        String target = ask(
                        "query($id: ID!) { keyResult(id: $id) { measure { ... on ReachMeasure { target } } } }",
                        "id",
                        id)
                .string("keyResult.measure.target");
        assertThat(target).isEqualTo("60.00");
    }

    @Test
    void a_target_on_the_worse_side_is_taken_and_progress_leads_there() {
        String kpi = world.kpi("direction", "HIGHER_IS_BETTER");
        values(kpi, FIRST, 80);
        Measured fed = goal.fed(kpi, 60);
        values(kpi, FIRST.plusDays(1), 75);
        assertThat(fed.progress()).containsEntry("raw", 0.25).containsEntry("ratio", 0.25);
        values(kpi, FIRST.plusDays(2), 90);
        assertThat(fed.progress()).containsEntry("raw", -0.5).containsEntry("ratio", 0.0);
        Measured relative = world.objective(world.cycle()).fed(kpi, 45);
        assertThat(relative.progress()).containsEntry("ratio", 0.0);
    }

    @Test
    void a_kpi_is_named_by_its_id_too_and_lists_what_it_feeds() {
        String kpi = world.kpi();
        values(kpi, FIRST, 1);
        String kpiId = GraphQl.ask("query($key: String) { kpi(key: $key) { id keyResults { id } } }", "key", kpi)
                .string("kpi.id");
        Measured first = goal.fed(kpiId, 10).cancel();
        Measured second = goal.fed(kpi, 20);
        assertThat(ask("query($id: ID) { kpi(id: $id) { keyResults { id state kpi { id } } } }", "id", kpiId)
                        .<Object>list("kpi.keyResults"))
                .isEqualTo(List.of(
                        input("id", first.id, "state", "CANCELLED", "kpi", input("id", kpiId)),
                        input("id", second.id, "state", "OPEN", "kpi", input("id", kpiId))));
        assertThat(goal.reach(0, 1).<Object>get("kpi { key }", "kpi")).isNull();
    }

    @Test
    void a_kpi_without_range_or_value_or_in_the_archive_is_refused() {
        String nothing = world.kpi("upper", null);
        promote(nothing)
                .and(0, "WRONG_STATE", "input.kpi", nothing, "no healthy range")
                .and(1, "WRONG_STATE", "input.kpi", nothing, "no value yet");
        values(nothing, FIRST, 1);
        promote(nothing).with("WRONG_STATE", "input.kpi", "no healthy range");
        String archived = world.kpi();
        values(archived, FIRST, 1);
        mutate("kpiArchive", input("kpi", archived)).done();
        promote(archived).with("WRONG_STATE", "input.kpi", archived, "2026-11-22T09:30:00Z");
    }

    @Test
    void a_kpi_feeds_one_live_key_result_of_an_objective() {
        String kpi = world.kpi();
        values(kpi, FIRST, 1);
        Measured first = goal.fed(kpi, 10);
        promote(kpi).with("DUPLICATE_KEY", "input.kpi", kpi);
        world.objective(world.cycle()).fed(kpi, 10);
        first.cancel();
        goal.fed(kpi, 10);
    }

    @Test
    void of_two_promotions_at_once_one_wins() {
        for (int i = 0; i < 10; i++) {
            String kpi = world.kpi();
            values(kpi, FIRST, 1);
            Goal contested = world.objective(world.cycle());
            List<CompletableFuture<List<Map<String, Object>>>> both = IntStream.range(0, 2)
                    .mapToObj(n -> Later.of(
                            () -> mutate("kpiPromote", input("kpi", kpi, "objective", contested.id, "target", 10))
                                    .userErrors()))
                    .toList();
            List<Object> codes = new ArrayList<>();
            both.forEach(one -> one.join().forEach(error -> codes.add(error.get("code"))));
            assertThat(codes).containsExactly("DUPLICATE_KEY");
            assertThat(sql.count(
                            "select count(*) from key_result where objective_id = ?",
                            Ids.uuid(Kind.OBJECTIVE, contested.id)))
                    .isEqualTo(1);
        }
    }

    @Test
    void targets_that_make_no_sense_are_refused() {
        String kpi = world.kpi();
        values(kpi, FIRST, "0.0");
        refused("kpi", kpi).with("REQUIRED", "input.target", "neither");
        refused("kpi", kpi, "target", 1, "changePercent", 2).with("INVALID_VALUE", "input.target", "both");
        refused("kpi", kpi, "target", 0).with("TARGET_EQUALS_BASELINE", "input.target", "0");
        refused("kpi", kpi, "changePercent", 10).with("INVALID_VALUE", "input.changePercent", "10", "at 0");
        refused("kpi", kpi, "target", "123456789012345678901").with("OUT_OF_RANGE", "input.target", "21 digits");
        values(kpi, FIRST, "5");
        refused("kpi", kpi, "changePercent", 0).with("TARGET_EQUALS_BASELINE", "input.changePercent", "5");
    }

    @Test
    void what_is_not_there_or_takes_no_writes_is_refused() {
        String kpi = world.kpi();
        values(kpi, FIRST, 1);
        for (String bad : List.of("no-such-kpi", unknown("kpi"), "a\u0000b", goal.id)) {
            refused("kpi", bad, "target", 1).with("NOT_FOUND", "input.kpi", bad.replace('\u0000', '?'));
        }
        refused("kpi", kpi, "objective", unknown("obj"), "target", 2).with("NOT_FOUND", "input.objective");
        assertThat(refused("kpi", "no-such-kpi", "objective", "obj_0", "title", " ", "weight", 101)
                        .all())
                .containsExactly(
                        "NOT_FOUND input.objective",
                        "NOT_FOUND input.kpi",
                        "REQUIRED input.title",
                        "OUT_OF_RANGE input.weight",
                        "REQUIRED input.target");
        Goal cancelled = world.objective(world.cycle()).cancel();
        refused("kpi", kpi, "objective", cancelled.id, "target", 2).with("WRONG_STATE", "input.objective", "cancelled");
        String cycle = world.cycle();
        Goal closed = world.objective(cycle);
        sql.execute("update cycle set state = 'CLOSED' where id = ?", Ids.uuid(Kind.CYCLE, cycle));
        refused("kpi", kpi, "objective", closed.id, "target", 2).and(0, "CYCLE_CLOSED", "input.objective");
    }

    @Test
    void values_of_check_ins_are_refused_but_confidence_and_notes_are_taken() {
        String kpi = world.kpi();
        values(kpi, FIRST, 1);
        Measured fed = goal.fed(kpi, 10);
        world.refused("checkInRecord", input("keyResult", fed.id, "value", "3.20", "confidence", 0.5))
                .with("NOT_ALLOWED", "input.value", "3.20", kpi, "kpiValuesRecord");
        mutate("checkInRecord", input("keyResult", fed.id, "confidence", 0.5, "note", "Sure"))
                .done();
        assertThat(fed.<Object>get("confidence")).isEqualTo(0.5);
        assertThat(fed.<Object>get("current")).isEqualTo("1");
    }

    @Test
    void the_unit_stays_that_of_the_kpi() {
        String kpi = world.kpi();
        values(kpi, FIRST, 1);
        Measured fed = goal.fed(kpi, 10);
        for (String unit : new String[] {"EUR", null}) {
            world.refused("keyResultUpdate", input("id", fed.id, "expectedVersion", 0, "unit", unit))
                    .with("UNIT_MISMATCH", "input.unit", unit == null ? "none" : "'EUR'", kpi, "'%'");
        }
        mutate("keyResultUpdate", input("id", fed.id, "expectedVersion", 0, "unit", "%", "title", "Same"))
                .done();
    }

    private static Object baseline(Measured measured) {
        return measured.get("measure { ... on ReachMeasure { baseline } }", "measure.baseline");
    }

    private io.goaltree.World.Refusal promote(String kpi) {
        return refused("kpi", kpi, "target", 60);
    }

    private io.goaltree.World.Refusal refused(Object... fields) {
        Map<String, Object> input = input("objective", goal.id);
        input.putAll(input(fields));
        return world.refused("kpiPromote", input);
    }
}
