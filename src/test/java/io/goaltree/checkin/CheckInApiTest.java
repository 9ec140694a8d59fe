package io.goaltree.checkin;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.goaltree.World.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.World.Goal;
import io.goaltree.World.Measured;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CheckInApiTest extends ApiTest {
    private Goal goal;
    private Measured keyResult;

    @BeforeEach
    void aKeyResult() {
        goal = world.objective(world.cycle());
        keyResult = goal.reach(0, 10);
    }

    @Test
    void a_check_in_is_answered_as_it_was_given_with_every_digit() {
        String id = mutate(
                        "checkInRecord",
                        input(
                                "keyResult", keyResult.id,
                                "value", "3.20",
                                "confidence", 0.7,
                                "note", " Good ",
                                "measuredAt", "2026-11-20T08:00:00+02:00"))
                .done()
                .id();
        assertThat(ask("""
                        query($id: ID!) { node(id: $id) { ... on CheckIn {
                          value confidence note measuredAt recordedAt author { id } } } }
                        """, "id", id).<Map<String, Object>>get("node"))
                .isEqualTo(input(
                        "value", "3.20",
                        "confidence", 0.7,
                        "note", "Good",
                        "measuredAt", "2026-11-20T06:00:00Z",
                        "recordedAt", "2026-11-22T09:30:00Z",
                        "author", null));
        assertThat(keyResult.<Object>get("current")).isEqualTo("3.20");
        assertThat(keyResult.<Object>get("confidence")).isEqualTo(0.7);
    }

    @Test
    void the_latest_measured_value_is_in_force_and_of_equal_ones_the_latest_recorded() {
        keyResult.value("5", "2026-11-20T00:00:00Z");
        clock.advance(Duration.ofHours(1));
        keyResult.value("2", "2026-11-10T00:00:00Z");
        assertThat(keyResult.<Object>get("current")).isEqualTo("5");
        assertThat(keyResult.progress()).containsEntry("ratio", 0.5);
        clock.advance(Duration.ofHours(1));
        keyResult.value("6", "2026-11-20T00:00:00Z");
        assertThat(keyResult.progress()).containsEntry("ratio", 0.6);
        List<String> newestFirst = keyResult.get("checkIns { nodes { value } }", "checkIns.nodes.value");
        assertThat(newestFirst).containsExactly("6", "5", "2");
    }

    @Test
    void a_note_alone_changes_neither_the_value_nor_the_confidence_in_force() {
        mutate("checkInRecord", input("keyResult", keyResult.id, "value", 4, "confidence", 0.5))
                .done();
        clock.advance(Duration.ofHours(1));
        mutate("checkInRecord", input("keyResult", keyResult.id, "note", "Still there"))
                .done();
        assertThat(keyResult.<Object>get("current")).isEqualTo("4");
        assertThat(keyResult.<Object>get("confidence")).isEqualTo(0.5);
    }

    @Test
    void a_value_of_more_than_20_digits_is_refused_and_one_of_20_kept() {
        keyResult.value("-12345678901234567.890");
        assertThat(keyResult.<Object>get("current")).isEqualTo("-12345678901234567.890");
        world.refused("checkInRecord", input("keyResult", keyResult.id, "value", "123456789012345678901"))
                .with("OUT_OF_RANGE", "input.value", "123456789012345678901", "21 digits");
        world.refused("checkInRecord", input("keyResult", keyResult.id, "value", "1e400"))
                .with("OUT_OF_RANGE", "input.value", "401 digits");
    }

    @Test
    void a_confidence_is_0_to_1() {
        mutate("checkInRecord", input("keyResult", keyResult.id, "confidence", 0))
                .done();
        mutate("checkInRecord", input("keyResult", keyResult.id, "confidence", 1))
                .done();
        for (double confidence : new double[] {1.01, -0.01, 1e300}) {
            world.refused("checkInRecord", input("keyResult", keyResult.id, "value", 1, "confidence", confidence))
                    .with("OUT_OF_RANGE", "input.confidence", String.valueOf(confidence));
        }
    }

    @Test
    void a_value_cannot_be_measured_in_the_future_or_before_all_time() {
        for (String at : List.of("2026-11-22T09:30:00.000001Z", "2026-11-22T09:30:00-01:00", "1899-12-31T23:59:59Z")) {
            world.refused("checkInRecord", input("keyResult", keyResult.id, "value", 1, "measuredAt", at))
                    .with("OUT_OF_RANGE", "input.measuredAt", "now, 2026-11-22T09:30:00Z");
        }
        world.refused(
                        "checkInRecord",
                        input("keyResult", keyResult.id, "value", 1, "measuredAt", "2026-11-22T09:30:00.000001Z"))
                .with("OUT_OF_RANGE", "input.measuredAt", "2026-11-22T09:30:00.000001Z");
        keyResult.value(1, "2026-11-22T09:30:00Z");
    }

    @Test
    void milestones_take_no_value_but_a_note() {
        Measured steps = goal.milestones(1);
        world.refused("checkInRecord", input("keyResult", steps.id, "value", "0.5"))
                .with("INVALID_VALUE", "input.value", "0.5", "milestoneMark");
        mutate("checkInRecord", input("keyResult", steps.id, "note", "On it")).done();
    }

    @Test
    void an_empty_check_in_and_a_bad_note_are_refused() {
        world.refused("checkInRecord", input("keyResult", keyResult.id, "note", "  "))
                .with("REQUIRED", "input.value");
        world.refused("checkInRecord", input("keyResult", keyResult.id, "note", "x".repeat(5001)))
                .and(0, "OUT_OF_RANGE", "input.note", "5001");
        world.refused("checkInRecord", input("keyResult", keyResult.id, "note", "a\u0000b"))
                .and(0, "INVALID_VALUE", "input.note", "a?b");
    }

    @Test
    void all_problems_are_reported_together() {
        assertThat(world.refused(
                                "checkInRecord",
                                input(
                                        "keyResult", unknown("kr"),
                                        "value", "1e400",
                                        "confidence", 2,
                                        "note", "a\u0000b",
                                        "measuredAt", "2027-01-01T00:00:00Z"))
                        .all())
                .containsExactly(
                        "NOT_FOUND input.keyResult",
                        "OUT_OF_RANGE input.value",
                        "INVALID_VALUE input.note",
                        "OUT_OF_RANGE input.measuredAt",
                        "OUT_OF_RANGE input.confidence");
    }

    @Test
    void a_key_result_that_is_not_there_is_refused() {
        for (String bad : List.of(unknown("kr"), "kr_0", goal.id, "a\u0000b")) {
            world.refused("checkInRecord", input("keyResult", bad, "value", 1))
                    .with("NOT_FOUND", "input.keyResult", bad.replace('\u0000', '?'));
        }
    }
}
