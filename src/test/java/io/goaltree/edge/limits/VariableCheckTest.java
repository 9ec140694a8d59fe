package io.goaltree.edge.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import graphql.language.SourceLocation;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VariableCheckTest {

    @Test
    void variables_that_fit_pass() {
        check("query($a: Int, $b: Boolean = true) { echo(int: $a, yes: $b) }", Map.of());
        check("query($a: Int!) { echo(int: $a) }", Map.of("a", new BigDecimal("3.0")));
        check("query($a: [ID!]) { byIds(ids: $a) { id } }", Map.of("a", List.of("x", 7)));
        check("query($a: Filter) { search(filter: $a) { id } }", Map.of("a", Map.of("ids", "x"), "unknown", 1));
        check("query($a: Colour) { echo(colour: $a) }", Map.of("a", "RED"));
    }

    @Test
    void variables_that_do_not_fit_are_refused_without_the_name_of_a_class() {
        refused("Boolean", true, "true or false is needed", "true", 1, Map.of());
        refused("Filter", Map.of(), "an object is needed", "x", 1, List.of(1, 2));
        refused("Colour", "RED", "Invalid input for enum 'Colour'. No value found for name '1'", 1);
        refused("Colour", "RED", "Invalid input for enum 'Colour'. No value found for name 'BLUE'", "BLUE");
    }

    @Test
    void missing_and_superfluous_values_are_refused() {
        assertThat(refusal("query($a: Int!) { echo(int: $a) }", Map.of()))
                .isEqualTo(
                        bad(
                                "Variable 'a' has an invalid value: Variable 'a' has coerced Null value for NonNull type 'Int!'"));
        assertThat(refusal("query($a: Filter) { search(filter: $a) { id } }", Map.of("a", Map.of("x", 1)))
                        .message())
                .isEqualTo(
                        "The variables input contains a field name 'x' that is not defined for input object type 'Filter'");
        Map<String, Object> none = new HashMap<>();
        none.put("a", java.util.Collections.singletonList(null));
        assertThat(refusal("query($a: [ID!]) { byIds(ids: $a) { id } }", none).code())
                .isEqualTo(RequestCode.BAD_USER_INPUT);
    }

    @Test
    void a_long_value_is_not_repeated_whole() {
        assertThat(refusal("query($a: Colour) { echo(colour: $a) }", Map.of("a", "x".repeat(100_000)))
                        .message())
                .hasSize(503);
    }

    private static void refused(String type, Object fitting, String complaint, Object... unfitting) {
        String argument = Map.of(
                        "Boolean", "echo(yes: $a)", "Colour", "echo(colour: $a)", "Filter", "search(filter: $a) { id }")
                .get(type);
        String text = "query($a: " + type + ") { " + argument + " }";
        check(text, Map.of("a", fitting));
        for (Object value : unfitting) {
            assertThat(refusal(text, Map.of("a", value)))
                    .isEqualTo(bad("Variable 'a' has an invalid value: " + complaint));
        }
    }

    private static Refusal bad(String message) {
        return new Refusal(RequestCode.BAD_USER_INPUT, message, List.of(new SourceLocation(1, 7)));
    }

    private static Refusal refusal(String text, Map<String, Object> variables) {
        DocumentRefused refused = catchThrowableOfType(DocumentRefused.class, () -> check(text, variables));
        assertThat(refused.refusals()).hasSize(1);
        return refused.refusals().get(0);
    }

    private static void check(String text, Map<String, Object> variables) {
        Documents.reader().read(text).operation(null).checkVariables(variables);
    }
}
