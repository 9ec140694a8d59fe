package io.goaltree.shared;

import static io.goaltree.shared.UserErrorCode.INVALID_VALUE;
import static io.goaltree.shared.UserErrorCode.NOT_FOUND;
import static io.goaltree.shared.UserErrorCode.OUT_OF_RANGE;
import static io.goaltree.shared.UserErrorCode.REQUIRED;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckTest {
    private static final String ROCKET = "\uD83D\uDE80";
    private static final String HEX = "0123456789abcdef0123456789abcdef";

    private final Check check = Check.of("input");

    @Test
    void nothing_wrong_is_no_failure() {
        assertThat(check.failed()).isFalse();
        assertThat(check.problems()).isEmpty();
    }

    @Test
    void everything_wrong_is_told_at_once_and_in_order() {
        check.refuse(NOT_FOUND, "first", "a");
        check.refuse(REQUIRED, "second", "b", "c");

        assertThat(check.failed()).isTrue();
        assertThat(check.problems())
                .containsExactly(
                        new Problem(NOT_FOUND, "first", List.of("input", "a"), null),
                        new Problem(REQUIRED, "second", List.of("input", "b", "c"), null));
    }

    @Test
    void told_problems_do_not_change_afterwards() {
        check.refuse(NOT_FOUND, "first", "a");
        List<Problem> told = check.problems();
        check.refuse(NOT_FOUND, "second", "b");

        assertThat(told).hasSize(1);
    }

    @Test
    void a_check_inside_reports_its_whole_path_and_no_index() {
        check.inside("spec", "reach").refuse(REQUIRED, "m", "target");

        assertThat(check.problems())
                .containsExactly(new Problem(REQUIRED, "m", List.of("input", "spec", "reach", "target"), null));
    }

    @Test
    void a_check_of_an_item_reports_its_position_in_path_and_index() {
        check.item("values", 7).refuse(REQUIRED, "m", "at");

        assertThat(check.problems())
                .containsExactly(new Problem(REQUIRED, "m", List.of("input", "values", "7", "at"), 7));
    }

    @Test
    void what_is_inside_an_item_keeps_the_index() {
        check.item("keyResults", 2).inside("hold").refuse(REQUIRED, "m", "lower");

        assertThat(check.problems())
                .containsExactly(new Problem(REQUIRED, "m", List.of("input", "keyResults", "2", "hold", "lower"), 2));
    }

    @Test
    void an_item_of_an_item_reports_the_inner_index() {
        check.item("keyResults", 2).item("milestones", 5).refuse(REQUIRED, "m", "title");

        assertThat(check.problems())
                .containsExactly(
                        new Problem(REQUIRED, "m", List.of("input", "keyResults", "2", "milestones", "5", "title"), 5));
    }

    @Test
    void a_text_is_stripped() {
        assertThat(check.text("name", " \t Platform  team \n", 14)).isEqualTo("Platform  team");
        assertThat(check.failed()).isFalse();
    }

    @Test
    void a_text_may_be_as_long_as_its_limit() {
        assertThat(check.text("name", " abcde ", 5)).isEqualTo("abcde");
        assertThat(check.failed()).isFalse();
    }

    @Test
    void a_text_above_its_limit_is_refused_with_its_length() {
        check.text("title", "abcdef", 5);

        refusedOnce(OUT_OF_RANGE, "Title 'abcdef' has 6 characters; it may have at most 5", "input", "title");
    }

    @Test
    void a_character_outside_the_basic_plane_is_one_character() {
        assertThat(check.text("name", ROCKET.repeat(5), 5)).isEqualTo(ROCKET.repeat(5));
        assertThat(check.failed()).isFalse();

        check.text("name", ROCKET.repeat(6), 5);
        refusedOnce(
                OUT_OF_RANGE,
                "Name '" + ROCKET.repeat(6) + "' has 6 characters; it may have at most 5",
                "input",
                "name");
    }

    @Test
    void a_missing_text_is_refused() {
        assertThat(check.text("name", null, 200)).isEmpty();

        refusedOnce(REQUIRED, "Name is empty; it needs 1 to 200 characters", "input", "name");
    }

    @Test
    void a_blank_text_is_refused() {
        assertThat(check.text("name", " \u2003\n", 200)).isEmpty();

        refusedOnce(REQUIRED, "Name is empty; it needs 1 to 200 characters", "input", "name");
    }

    @Test
    void a_text_with_a_zero_is_refused() {
        check.text("name", "a\0b", 200);

        refusedOnce(INVALID_VALUE, "Name 'a?b' contains a character that is not text", "input", "name");
    }

    @Test
    void half_a_character_is_refused_and_not_repeated() {
        check.text("name", "a\uD83D", 200);
        check.text("name", "a\uDE80b", 200);
        check.text("name", "\uD800", 200);
        check.text("name", "\uDFFF", 200);

        assertThat(check.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "Name 'a?' contains a character that is not text",
                        "Name 'a?b' contains a character that is not text",
                        "Name '?' contains a character that is not text",
                        "Name '?' contains a character that is not text");
    }

    @Test
    void neighbours_of_what_is_not_text_are_text() {
        assertThat(check.text("name", "\u0001\uD7FF\uE000", 200)).isEqualTo("\u0001\uD7FF\uE000");
        assertThat(check.failed()).isFalse();
    }

    @Test
    void an_optional_text_may_be_missing_or_blank() {
        assertThat(check.optionalText("note", null, 5)).isNull();
        assertThat(check.optionalText("note", "  ", 5)).isNull();
        assertThat(check.optionalText("note", " ok ", 5)).isEqualTo("ok");
        assertThat(check.failed()).isFalse();
    }

    @Test
    void an_optional_text_has_a_limit_too() {
        check.optionalText("note", "abcdef", 5);

        refusedOnce(OUT_OF_RANGE, "Note 'abcdef' has 6 characters; it may have at most 5", "input", "note");
    }

    @Test
    void keys_are_letters_digits_dots_dashes_and_underscores() {
        for (String key :
                List.of("a", "Z", "0", "2026-Q4", "sales.emea_1", "x".repeat(64), "team_" + HEX.substring(1))) {
            assertThat(check.key("key", key)).isEqualTo(key);
        }
        assertThat(check.failed()).isFalse();
    }

    @Test
    void other_texts_are_no_keys() {
        List<String> refused =
                List.of("", " a", "a ", "a b", "-a", "_a", ".a", "\u00E4", "a/b", "a\n", "x".repeat(65), "team_" + HEX);
        refused.forEach(key -> check.key("key", key));

        assertThat(check.problems()).hasSize(refused.size()).allSatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(INVALID_VALUE);
            assertThat(problem.path()).containsExactly("input", "key");
        });
    }

    @Test
    void a_refused_key_is_named() {
        assertThat(check.key("key", "a b")).isEqualTo("a b");

        refusedOnce(
                INVALID_VALUE,
                "Key is 'a b'; it needs 1 to 64 letters, digits, '.', '-' or '_', begins with a letter or digit and must"
                        + " not look like an id",
                "input",
                "key");
    }

    @Test
    void a_missing_key_is_refused() {
        assertThat(check.key("parentKey", null)).isEmpty();

        assertThat(check.problems().get(0).message()).startsWith("ParentKey is ''; it needs 1 to 64 letters");
    }

    @Test
    void a_decimal_may_be_missing() {
        assertThat(check.optionalDecimal("value", null)).isNull();
        assertThat(check.failed()).isFalse();
    }

    @Test
    void a_decimal_of_20_digits_stays_as_it_was_written() {
        BigDecimal value = new BigDecimal("-1234567890123456.7890");

        assertThat(check.optionalDecimal("value", value)).isEqualTo(value);
        assertThat(check.failed()).isFalse();
    }

    @Test
    void a_decimal_of_21_digits_is_refused() {
        assertThat(check.optionalDecimal("value", new BigDecimal("123456789012345678901")))
                .isNull();

        refusedOnce(
                OUT_OF_RANGE,
                "Value is 123456789012345678901, a number of 21 digits; it may have at most 20",
                "input",
                "value");
    }

    @Test
    void a_missing_weight_is_the_fallback() {
        assertThat(check.weight("weight", null, BigDecimal.ONE)).isEqualTo(BigDecimal.ONE);
        assertThat(check.failed()).isFalse();
    }

    @Test
    void weights_go_from_0_to_100_inclusive() {
        for (String weight : List.of("0", "0.5", "100", "100.00")) {
            assertThat(check.weight("weight", new BigDecimal(weight), BigDecimal.ONE))
                    .isEqualTo(new BigDecimal(weight));
        }
        assertThat(check.failed()).isFalse();
    }

    @Test
    void a_weight_above_100_is_refused() {
        assertThat(check.weight("weight", new BigDecimal("100.01"), BigDecimal.TEN))
                .isEqualTo(BigDecimal.TEN);

        refusedOnce(OUT_OF_RANGE, "Weight is 100.01; it must be between 0 and 100", "input", "weight");
    }

    @Test
    void a_weight_below_0_is_refused() {
        assertThat(check.weight("weight", new BigDecimal("-0.01"), BigDecimal.TEN))
                .isEqualTo(BigDecimal.TEN);

        refusedOnce(OUT_OF_RANGE, "Weight is -0.01; it must be between 0 and 100", "input", "weight");
    }

    @Test
    void a_weight_of_too_many_digits_is_refused() {
        assertThat(check.weight("weight", new BigDecimal("0.000000000000000000001"), BigDecimal.TEN))
                .isEqualTo(BigDecimal.TEN);

        refusedOnce(
                OUT_OF_RANGE,
                "Weight is 0.000000000000000000001, a number of 21 digits; it may have at most 20",
                "input",
                "weight");
    }

    @Test
    void texts_of_60_characters_are_shown_whole() {
        assertThat(Check.shortened("x".repeat(60))).isEqualTo("x".repeat(60));
        assertThat(Check.shortened("x".repeat(61))).isEqualTo("x".repeat(40) + "... (61 characters)");
    }

    @Test
    void shortening_counts_and_keeps_whole_characters() {
        assertThat(Check.shortened(ROCKET.repeat(60))).isEqualTo(ROCKET.repeat(60));
        assertThat(Check.shortened("x" + ROCKET.repeat(60))).isEqualTo("x" + ROCKET.repeat(39) + "... (61 characters)");
    }

    @Test
    void control_characters_are_not_repeated() {
        assertThat(Check.shortened("a\r\n\u001B[31m\u007F\u0085\uD83D")).isEqualTo("a???[31m???");
        assertThat(Check.shortened("\u00E4 \u00A0" + ROCKET)).isEqualTo("\u00E4 \u00A0" + ROCKET);
    }

    private void refusedOnce(UserErrorCode code, String message, String... path) {
        assertThat(check.problems()).containsExactly(new Problem(code, message, List.of(path), null));
    }
}
