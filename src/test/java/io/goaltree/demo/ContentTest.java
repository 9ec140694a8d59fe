package io.goaltree.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The demo follows the advice the service gives. */
class ContentTest {
    private static final Pattern TASK = Pattern.compile(
            "(?i)(launch|implement|build|create|introduce|develop|migrate|roll out|hire|train|deploy|write)\\b.*");

    private final Entry content = Entry.read("organisation.json");

    @Test
    void objectives_have_no_number_and_two_to_five_key_results_that_are_no_tasks() {
        for (Entry objective : content.entries("objectives")) {
            assertThat(objective.text("title")).doesNotContainPattern("\\d");
            assertThat(objective.entries("keyResults")).hasSizeBetween(2, 5);
            assertThat(objective.entries("keyResults"))
                    .allSatisfy(it -> assertThat(it.text("title")).doesNotMatch(TASK));
        }
    }

    @Test
    void titles_and_addresses_are_all_different() {
        List<Entry> objectives = content.entries("objectives");
        assertThat(objectives.stream().map(it -> it.text("title"))).doesNotHaveDuplicates();
        assertThat(objectives.stream()
                        .flatMap(it -> it.entries("keyResults").stream())
                        .map(it -> it.text("title")))
                .doesNotHaveDuplicates();
        assertThat(content.entries("people").stream().map(it -> it.text("email")))
                .hasSize(16)
                .doesNotHaveDuplicates()
                .allMatch(email -> email.endsWith("@example.com"));
    }

    @Test
    void what_is_measured_has_a_unit_and_what_is_reached_moves() {
        content.entries("objectives").stream()
                .flatMap(it -> it.entries("keyResults").stream())
                .filter(it -> !it.has("milestones"))
                .forEach(it -> {
                    assertThat(it.optionalText("unit")).isNotBlank();
                    assertThat(it.has("baseline")).isNotEqualTo(it.has("cadence"));
                });
    }

    @Test
    void some_targets_rise_and_some_fall() {
        List<Entry> reached = content.entries("objectives").stream()
                .flatMap(it -> it.entries("keyResults").stream())
                .filter(it -> it.has("baseline"))
                .toList();
        assertThat(reached.stream()
                        .filter(it -> it.real("target") < it.real("baseline"))
                        .count())
                .isBetween(25L, 50L);
        assertThat(reached.stream().anyMatch(it -> it.real("reaches") < 0)).isTrue();
        assertThat(reached.stream().anyMatch(it -> it.real("reaches") > 1)).isTrue();
    }
}
