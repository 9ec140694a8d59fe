package io.goaltree.review;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.goaltree.World.unknown;
import static io.goaltree.World.values;
import static io.goaltree.review.Reviewed.FIRST;
import static io.goaltree.review.Reviewed.node;
import static io.goaltree.review.Reviewed.noise;
import static io.goaltree.review.Reviewed.review;
import static io.goaltree.review.Reviewed.signal;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.Wire;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Objectives that are opened from a review of a KPI. */
@QuarkusTest
class OpeningTest extends ApiTest {
    private String cycle;

    @BeforeEach
    void aCycle() {
        cycle = world.cycle();
    }

    @Test
    void an_objective_knows_the_review_it_was_opened_from_and_the_review_its_objectives() {
        String kpi = signal(world.kpi());
        String review = review(kpi);
        String first = opened("openedFrom", review);
        String second = opened("openedFrom", review, "despiteNoise", "Not needed");
        assertThat(objective(first))
                .isEqualTo(input("openedFrom", input("id", review, "kpi", input("key", kpi)), "despiteNoise", null));
        assertThat(objective(second)).isEqualTo(objective(first));
        assertThat(node(review, "objectives { id }").get("objectives"))
                .isEqualTo(List.of(input("id", first), input("id", second)));
        assertThat(objective(world.objective(cycle).id)).isEqualTo(input("openedFrom", null, "despiteNoise", null));
    }

    @Test
    void noise_needs_a_reason_which_is_kept() {
        String kpi = noise(world.kpi());
        String review = review(kpi);
        for (String blank : Arrays.asList(null, "", " \n")) {
            world.refused("objectiveCreate", create("openedFrom", review, "despiteNoise", blank))
                    .with("NOISE_NEEDS_REASON", "input.despiteNoise", kpi, "noise");
        }
        String id = opened("openedFrom", review, "despiteNoise", "  It always was too low ");
        assertThat(objective(id).get("despiteNoise")).isEqualTo("It always was too low");
        mutate("objectiveUpdate", input("id", id, "expectedVersion", 0, "title", "New"))
                .done();
        assertThat(objective(id))
                .isEqualTo(input(
                        "openedFrom",
                        input("id", review, "kpi", input("key", kpi)),
                        "despiteNoise",
                        "It always was too low"));
    }

    @Test
    void what_the_kpi_shows_now_decides_and_not_what_it_showed_at_the_review() {
        String kpi = noise(world.kpi());
        String review = review(kpi);
        values(kpi, FIRST.plusDays(10), 90);
        assertThat(node(review, "verdict")).isEqualTo(input("verdict", "NOISE"));
        assertThat(objective(opened("openedFrom", review, "despiteNoise", "Not needed")))
                .containsEntry("despiteNoise", null);
        values(kpi, FIRST.plusDays(10), 51);
        world.refused("objectiveCreate", create("openedFrom", review))
                .with("NOISE_NEEDS_REASON", "input.despiteNoise", kpi);
    }

    @Test
    void too_few_values_to_tell_need_no_reason() {
        String review = review(world.kpi());
        assertThat(objective(opened("openedFrom", review, "despiteNoise", "Not kept")))
                .containsEntry("despiteNoise", null);
    }

    @Test
    void a_kpi_stands_for_its_newest_review() {
        String key = signal(world.kpi());
        String kpi =
                ask("query($key: String) { kpi(key: $key) { id } }", "key", key).string("kpi.id");
        review(kpi, "First");
        String newest = review(kpi, "Second");
        assertThat(objective(opened("openedFrom", kpi)))
                .containsEntry("openedFrom", input("id", newest, "kpi", input("key", key)));
    }

    @Test
    void a_kpi_that_was_never_reviewed_is_reviewed_by_the_opening() {
        String noisy = world.kpi();
        values(noisy, FIRST, 1, 2, 1, 2, 1, 2);
        String kpi = ask("query($key: String) { kpi(key: $key) { id } }", "key", noisy)
                .string("kpi.id");
        world.refused("objectiveCreate", create("openedFrom", kpi))
                .with("NOISE_NEEDS_REASON", "input.despiteNoise", noisy);
        opened("openedFrom", kpi, "despiteNoise", "Somebody wants it");
        assertThat(ask(
                                "query($key: String) { kpi(key: $key) { reviews { nodes { whatChanged decision verdict } } } }",
                                "key",
                                noisy)
                        .<Object>list("kpi.reviews.nodes"))
                .singleElement()
                .asString()
                .contains("was opened from it", "OPEN_OBJECTIVE", "NOISE");
    }

    @Test
    void what_is_not_there_or_is_no_review_is_refused() {
        String kpi = signal(world.kpi());
        review(kpi);
        for (String nothing : List.of(unknown("rev"), unknown("kpi"), unknown("obj"), cycle, kpi, "", "a\u0000b")) {
            world.refused("objectiveCreate", create("openedFrom", nothing))
                    .with("NOT_FOUND", "input.openedFrom", "There is no Kpi");
        }
    }

    @Test
    void a_reason_that_is_too_long_no_text_or_about_nothing_is_refused() {
        String review = review(noise(world.kpi()));
        world.refused("objectiveCreate", create("openedFrom", review, "despiteNoise", "x".repeat(2001)))
                .with("OUT_OF_RANGE", "input.despiteNoise", "2001", "2000");
        world.refused("objectiveCreate", create("openedFrom", review, "despiteNoise", "a\u0000b"))
                .with("INVALID_VALUE", "input.despiteNoise", "a?b");
        world.refused("objectiveCreate", create("despiteNoise", "Because"))
                .with("INVALID_VALUE", "input.despiteNoise", "Because", "openedFrom");
        opened("despiteNoise", " ");
        opened("openedFrom", review, "despiteNoise", "x".repeat(2000));
    }

    @Test
    void an_objective_is_not_there_as_of_an_instant_before_it_was_opened() {
        String kpi = signal(world.kpi());
        String review = review(kpi);
        Instant before = clock.instant();
        clock.advance(Duration.ofMinutes(1));
        String id = opened("openedFrom", review);
        assertThat(openedAsOf(kpi, before)).isEqualTo(List.of(List.of()));
        assertThat(openedAsOf(kpi, clock.instant())).isEqualTo(List.of(List.of(id)));
    }

    private static Object openedAsOf(String kpi, Instant asOf) {
        return ask(
                        "query($kpi: String, $asOf: DateTime) { kpi(key: $kpi, asOf: $asOf) { reviews { nodes { objectives { id openedFrom { id } } } } } }",
                        "kpi",
                        kpi,
                        "asOf",
                        asOf.toString())
                .get("kpi.reviews.nodes.objectives.id");
    }

    @Test
    void many_objectives_cost_as_many_statements_as_two() {
        String few = world.cycle();
        String many = world.cycle();
        for (int i = 0; i < 12; i++) {
            String review = review(signal(world.kpi()));
            for (String in : i < 2 ? List.of(few, many) : List.of(many)) {
                mutate("objectiveCreate", input("cycle", in, "title", "O", "openedFrom", review))
                        .done();
            }
        }
        assertThat(Wire.statements(() -> tree(many, 12))).isEqualTo(Wire.statements(() -> tree(few, 2)));
    }

    private static void tree(String cycle, int size) {
        assertThat(ask(
                                "query($cycle: String!) { goalTree(cycle: $cycle) { objectives { despiteNoise openedFrom { verdict kpi { key } objectives { id } } } } }",
                                "cycle",
                                cycle)
                        .<Object>list("goalTree.objectives.openedFrom.verdict"))
                .hasSize(size)
                .containsOnly("SIGNAL");
    }

    private String opened(Object... more) {
        return mutate("objectiveCreate", create(more)).done().id();
    }

    private Map<String, Object> create(Object... more) {
        Map<String, Object> create = new LinkedHashMap<>(input("cycle", cycle, "title", "Better"));
        create.putAll(input(more));
        return create;
    }

    private static Map<String, Object> objective(String id) {
        return ask("query($id: ID!) { objective(id: $id) { openedFrom { id kpi { key } } despiteNoise } }", "id", id)
                .get("objective");
    }
}
