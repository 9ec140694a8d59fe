package io.goaltree.kpi;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.goaltree.World.unknown;
import static io.goaltree.World.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.Later;
import io.goaltree.Wire;
import io.goaltree.World.Goal;
import io.goaltree.World.Measured;
import io.goaltree.World.Refusal;
import io.goaltree.behaviour.Segment;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KpiRedefineTest extends ApiTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");
    private static final String DEFINITIONS = """
            query($key: String, $asOf: DateTime) { kpi(key: $key, asOf: $asOf) { definitions {
              number effectiveFrom reason unit formula source direction healthyRange { lower upper tolerance } recordedAt } } }
            """;

    @Inject
    KpiBehaviours behaviours;

    @Inject
    KpiAnswers answers;

    @Test
    void versions_are_listed_oldest_first_and_absent_fields_stay_and_null_clears() {
        String kpi = world.kpi("formula", "a / b", "source", "Ledger", "lower", "1.50", "tolerance", 2);
        clock.advance(Duration.ofMinutes(1));
        redefine(kpi, "2026-11-20", "unit", "EUR", "direction", "LOWER_IS_BETTER");
        redefine(kpi, "2026-11-20", "formula", null, "source", "Till", "lower", null);
        redefine(kpi, "2026-11-21", "upper", "90.0", "tolerance", null);
        redefine(kpi, "2026-11-22", "unit", null, "upper", null);
        assertThat(definitions(kpi, null))
                .isEqualTo(List.of(
                        definition(1, null, null, "%", "a / b", "Ledger", "HIGHER_IS_BETTER", "1.50", "100", "2"),
                        definition(
                                2,
                                "2026-11-20",
                                "Why",
                                "EUR",
                                "a / b",
                                "Ledger",
                                "LOWER_IS_BETTER",
                                "1.50",
                                "100",
                                "2"),
                        definition(3, "2026-11-20", "Why", "EUR", null, "Till", "LOWER_IS_BETTER", null, "100", "2"),
                        definition(4, "2026-11-21", "Why", "EUR", null, "Till", "LOWER_IS_BETTER", null, "90.0", "0"),
                        definition(5, "2026-11-22", "Why", null, null, "Till", "LOWER_IS_BETTER", null, null, null)));
        assertThat(this.<Map<String, Object>>kpi(
                        kpi, "unit formula source direction version healthyRange { lower } updatedAt"))
                .isEqualTo(input(
                        "unit",
                        null,
                        "formula",
                        null,
                        "source",
                        "Till",
                        "direction",
                        "LOWER_IS_BETTER",
                        "version",
                        4,
                        "healthyRange",
                        null,
                        "updatedAt",
                        "2026-11-22T09:31:00Z"));
    }

    private static Map<String, Object> definition(
            int number,
            String from,
            String reason,
            String unit,
            String formula,
            String source,
            String direction,
            String lower,
            String upper,
            String tolerance) {
        return input(
                "number",
                number,
                "effectiveFrom",
                from,
                "reason",
                reason,
                "unit",
                unit,
                "formula",
                formula,
                "source",
                source,
                "direction",
                direction,
                "healthyRange",
                tolerance == null ? null : input("lower", lower, "upper", upper, "tolerance", tolerance),
                "recordedAt",
                number == 1 ? "2026-11-22T09:30:00Z" : "2026-11-22T09:31:00Z");
    }

    @Test
    void a_definition_holds_for_the_periods_that_begin_on_its_day_or_later() {
        String kpi = world.kpi("cadence", "WEEKLY", "zone", "UTC", "lower", 10);
        values(kpi, LocalDate.parse("2026-11-16"), 5);
        assertThat(this.<String>kpi(kpi, "health")).isEqualTo("UNHEALTHY");
        redefine(kpi, "2026-11-17", "lower", 4);
        assertThat(this.<String>kpi(kpi, "health")).isEqualTo("UNHEALTHY");
        assertThat(this.<Map<String, Object>>kpi(kpi, "healthyRange { lower }")).isEqualTo(input("lower", "10"));
        clock.set(Instant.parse("2026-11-23T00:00:00Z"));
        assertThat(this.<Map<String, Object>>kpi(kpi, "healthyRange { lower }")).isEqualTo(input("lower", "4"));
        redefine(kpi, "2026-11-17", "lower", 3);
        values(kpi, LocalDate.parse("2026-11-23"), 3);
        assertThat(this.<String>kpi(kpi, "health")).isEqualTo("HEALTHY");
    }

    @Test
    void a_definition_of_the_future_waits_and_one_of_the_past_judges_anew() {
        String kpi = world.kpi("lower", 10);
        values(kpi, LocalDate.parse("2026-11-22"), 5);
        redefine(kpi, "2026-11-22", "lower", 5);
        assertThat(this.<String>kpi(kpi, "health")).isEqualTo("HEALTHY");
        redefine(kpi, "2026-12-24", "lower", 50, "unit", "EUR");
        assertThat(this.<String>kpi(kpi, "unit")).isEqualTo("%");
        assertThat(this.<String>kpi(kpi, "health")).isEqualTo("HEALTHY");
        clock.set(Instant.parse("2026-12-24T00:00:00Z"));
        assertThat(this.<String>kpi(kpi, "unit")).isEqualTo("EUR");
    }

    @Test
    void what_makes_no_sense_is_refused_and_nothing_is_written() {
        String kpi = world.kpi("lower", 10);
        refused(kpi, "2026-11-20", "unit", "%", "upper", "100.00")
                .with("INVALID_VALUE", "input", "Nothing", "version 1");
        refused(kpi, "2026-11-20").with("INVALID_VALUE", "input", "Nothing");
        refused(kpi, "2026-11-20", "lower", 101).with("INVALID_VALUE", "input.lower", "101", "100");
        refused(kpi, "2026-11-20", "upper", 9).with("INVALID_VALUE", "input.upper", "10", "9");
        refused(kpi, "2026-11-20", "tolerance", "-0.1").with("OUT_OF_RANGE", "input.tolerance", "-0.1");
        refused(kpi, "2026-11-20", "lower", null, "upper", null, "tolerance", 1)
                .with("INVALID_VALUE", "input.tolerance", "1", "no lower or upper");
        refused(kpi, "2026-11-20", "lower", "123456789012345678901").with("OUT_OF_RANGE", "input.lower", "21 digits");
        refused(kpi, "2026-11-20", "direction", null).with("REQUIRED", "input.direction", "null");
        refused(kpi, "2026-11-20", "unit", "x".repeat(51)).with("OUT_OF_RANGE", "input.unit", "51");
        refused(kpi, "2026-11-20", "formula", "x".repeat(4_001)).with("OUT_OF_RANGE", "input.formula", "4001");
        refused(kpi, "2026-11-20", "source", "a\u0000").with("INVALID_VALUE", "input.source");
        assertThat(refused(kpi, "1582-12-31", "reason", " \t", "lower", 101).all())
                .containsExactly(
                        "OUT_OF_RANGE input.effectiveFrom", "REQUIRED input.reason", "INVALID_VALUE input.lower");
    }

    @Test
    void what_is_not_there_or_archived_is_refused() {
        for (String bad : List.of("no-such-kpi", unknown("kpi"), "a\u0000b")) {
            refused(bad, "2026-11-20", "unit", "EUR").with("NOT_FOUND", "input.kpi", bad.replace('\u0000', '?'));
        }
        String kpi = world.kpi();
        mutate("kpiArchive", input("kpi", kpi)).done();
        refused(kpi, "2026-11-20", "unit", "EUR").with("WRONG_STATE", "input.kpi", kpi, "2026-11-22T09:30:00Z");
    }

    @Test
    void before_an_earlier_version_is_refused_and_its_day_is_taken() {
        String kpi = world.kpi();
        redefine(kpi, "2026-11-20", "unit", "EUR");
        refused(kpi, "2026-11-19", "unit", "USD")
                .with("OUT_OF_RANGE", "input.effectiveFrom", "2026-11-19", "2026-11-20");
        redefine(kpi, "2026-11-20", "unit", "USD");
        assertThat(this.<String>kpi(kpi, "unit")).isEqualTo("USD");
    }

    @Test
    void far_days_break_nothing() {
        String kpi = world.kpi();
        values(kpi, FIRST, 1, 2, 3, 4, 5, 6, 7, 8);
        redefine(kpi, "1583-01-01", "unit", "EUR");
        redefine(kpi, "9999-12-31", "unit", "USD");
        assertThat(this.<String>kpi(kpi, "unit")).isEqualTo("EUR");
        assertThat(segments(kpi)).hasSize(1);
        for (String day : List.of("-0001-01-01", "0000-01-01", "10000-01-01", "2026-02-30")) {
            world.refusedRequest(
                    "mutation($input: KpiRedefineInput!) { kpiRedefine(input: $input) { kpi { id } } }",
                    "input",
                    input("kpi", kpi, "effectiveFrom", day, "reason", "Why", "unit", "GBP"));
        }
    }

    @Test
    void the_unit_stays_while_a_key_result_in_use_is_in_it() {
        String kpi = world.kpi();
        values(kpi, FIRST, 1);
        String cycle = world.cycle();
        Goal goal = world.objective(cycle);
        Measured fed = goal.fed(kpi, 10);
        refused(kpi, "2026-11-20", "unit", "EUR").with("WRONG_STATE", "input.unit", "'EUR'", "'%'", kpi, "A KPI");
        redefine(kpi, "2026-11-20", "formula", "a / b", "lower", 0);
        fed.cancel();
        redefine(kpi, "2026-11-20", "unit", "EUR");
        Map<String, Object> early = input("kpi", kpi, "objective", world.objective(cycle).id, "target", 20);
        world.refused("kpiPromote", early).with("UNIT_MISMATCH", "input.kpi", kpi, "2026-11-01");
        values(kpi, LocalDate.parse("2026-11-20"), 1);

        Goal cancelled = world.objective(cycle);
        cancelled.fed(kpi, 20);
        refused(kpi, "2026-11-21", "unit", null).with("WRONG_STATE", "input.unit", "none", "'EUR'");
        cancelled.cancel();
        redefine(kpi, "2026-11-21", "unit", null);
        values(kpi, LocalDate.parse("2026-11-21"), 1);

        String closing = world.cycle();
        world.objective(closing).fed(kpi, 30);
        world.closing(closing);
        refused(kpi, "2026-11-22", "unit", "USD").with("WRONG_STATE", "input.unit");
        world.closed(closing);
        redefine(kpi, "2026-11-22", "unit", "USD");
    }

    @Test
    void a_change_of_unit_formula_or_source_is_no_signal_and_one_of_the_range_starts_no_segment() {
        String kpi = world.kpi();
        values(kpi, FIRST, 1, 2, 1, 2, 1, 2, 900, 901, 900, 901, 900, 901);
        redefine(kpi, FIRST.plusDays(6).toString(), "upper", 1_000, "direction", "LOWER_IS_BETTER");
        assertThat(segments(kpi)).hasSize(1);
        redefine(kpi, FIRST.plusDays(6).toString(), "formula", "a * 900");
        assertThat(segments(kpi)).extracting(Segment::from).containsExactly(FIRST, FIRST.plusDays(6));
        assertThat(segments(kpi).get(1).reason()).isEqualTo("The formula changed from none to 'a * 900'");
    }

    @Test
    void definitions_are_answered_as_of_the_past() {
        String kpi = world.kpi();
        Instant before = clock.instant();
        clock.advance(Duration.ofMinutes(1));
        redefine(kpi, "2026-11-20", "unit", "EUR");
        assertThat(definitions(kpi, before)).extracting(it -> it.get("unit")).containsExactly("%");
        assertThat(definitions(kpi, clock.instant()))
                .extracting(it -> it.get("unit"))
                .containsExactly("%", "EUR");
    }

    @Test
    void of_redefinitions_at_once_each_gets_a_number_of_its_own() {
        String kpi = world.kpi();
        List<CompletableFuture<Object>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int upper = 200 + i;
            all.add(Later.of(() -> redefine(kpi, "2026-11-20", "upper", upper)));
        }
        all.forEach(CompletableFuture::join);
        assertThat(definitions(kpi, null))
                .extracting(it -> it.get("number"))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(this.<Integer>kpi(kpi, "version")).isEqualTo(8);
    }

    @Test
    void a_value_that_is_recorded_while_its_unit_changes_is_in_the_unit_of_its_period_or_refused() {
        for (int i = 0; i < 10; i++) {
            String kpi = world.kpi();
            CompletableFuture<Object> change = Later.of(() -> redefine(kpi, "2026-11-22", "unit", "EUR"));
            CompletableFuture<String> value = Later.of(() -> ask(
                            "mutation($input: KpiValuesRecordInput!) { kpiValuesRecord(input: $input) {"
                                    + " results { value { recordedAt } error { code } } } }",
                            "input",
                            input("values", List.of(input("kpi", kpi, "at", "2026-11-22", "value", 1, "unit", "%"))))
                    .string("kpiValuesRecord.results[0].error.code"));
            change.join();
            String code = value.join();
            int values = this.<List<Object>>kpi(kpi, "values(first: 9) { nodes { value } }", "values.nodes")
                    .size();
            assertThat(code == null ? "taken " + values : code + " " + values).isIn("taken 1", "UNIT_MISMATCH 0");
        }
    }

    @Test
    void definitions_of_many_cost_as_many_statements_as_those_of_one() {
        String mark = world.key("many");
        for (int i = 0; i < 5; i++) {
            redefine(world.kpi("name", mark), "2026-11-20", "unit", "EUR");
        }
        String list = "query($text: String, $first: Int) { kpis(filter: {text: $text}, first: $first)"
                + " { nodes { definitions { number } holds graduatedFrom { id } } } }";
        int one = Wire.statements(() -> ask(list, "text", mark, "first", 1));
        assertThat(Wire.statements(() -> ask(list, "text", mark, "first", 5))).isEqualTo(one);
        assertThat(ask(list, "text", mark, "first", 5).<List<Integer>>list("kpis.nodes.definitions.number"))
                .isEqualTo(List.of(List.of(1, 2), List.of(1, 2), List.of(1, 2), List.of(1, 2), List.of(1, 2)));
    }

    private static Object redefine(String kpi, String from, Object... more) {
        return mutate("kpiRedefine", change(kpi, from, more)).done();
    }

    private Refusal refused(String kpi, String from, Object... more) {
        return world.refused("kpiRedefine", change(kpi, from, more));
    }

    private static Map<String, Object> change(String kpi, String from, Object... more) {
        Map<String, Object> change = input("kpi", kpi, "effectiveFrom", from, "reason", "Why");
        change.putAll(input(more));
        return change;
    }

    private static List<Map<String, Object>> definitions(String kpi, Instant asOf) {
        return ask(DEFINITIONS, "key", kpi, "asOf", asOf == null ? null : asOf.toString())
                .list("kpi.definitions");
    }

    /** One field, or all that are asked for. */
    private <T> T kpi(String key, String fields) {
        boolean isOne = fields.chars().allMatch(Character::isLetter);
        String only = fields.startsWith("healthyRange") ? ".healthyRange" : "";
        return ask("query($key: String) { kpi(key: $key) { " + fields + " } }", "key", key)
                .get("kpi" + (isOne ? "." + fields : only));
    }

    private <T> T kpi(String key, String fields, String path) {
        return ask("query($key: String) { kpi(key: $key) { " + fields + " } }", "key", key)
                .get("kpi." + path);
    }

    private List<Segment> segments(String key) {
        var id = answers.ids(List.of(key)).get(key);
        return behaviours.of(List.of(id)).get(id).behaviour().segments();
    }
}
