package io.goaltree.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.AstPrinter;
import graphql.language.Value;
import graphql.parser.Parser;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlainScalarsTest {
    private static final String INT = "a whole number from -2147483648 to 2147483647 is needed";
    private static final String FLOAT = "a number is needed";
    private static final String ID = "a text or a whole number is needed";

    @Test
    void an_int_is_the_same_number_however_json_writes_it() {
        for (Object three : List.of(3, 3L, 3.0, new BigDecimal("3.0"), new BigDecimal("3e0"), BigInteger.valueOf(3))) {
            assertThat(variable(PlainScalars.INT, three)).isEqualTo(3);
        }
        assertThat(variable(PlainScalars.INT, new BigDecimal("1e3"))).isEqualTo(1_000);
        assertThat(variable(PlainScalars.INT, 2_147_483_647L)).isEqualTo(2_147_483_647);
        assertThat(variable(PlainScalars.INT, -2_147_483_648L)).isEqualTo(-2_147_483_648);
        assertThat(literal(PlainScalars.INT, "-2147483648")).isEqualTo(-2_147_483_648);
    }

    @Test
    void what_is_no_int_is_refused_at_once_and_never_wraps() {
        refused(PlainScalars.INT, 2_147_483_648L, "Int '2147483648': " + INT);
        refused(PlainScalars.INT, -2_147_483_649L, "Int '-2147483649': " + INT);
        refused(PlainScalars.INT, 99_999_999_999L, "Int '99999999999': " + INT);
        refused(PlainScalars.INT, 1.5, "Int '1.5': " + INT);
        refused(PlainScalars.INT, Double.NaN, "Int 'NaN': " + INT);
        refused(PlainScalars.INT, new BigDecimal("1e999999999"), "Int '1E+999999999': " + INT);
        refused(PlainScalars.INT, new BigDecimal("1e-999999999"), "Int '1E-999999999': " + INT);
        refused(PlainScalars.INT, "3", "Int '3': " + INT);
        refused(PlainScalars.INT, true, "Int 'true': " + INT);
        refused(PlainScalars.INT, Map.of("a", 1), "Int '{a=1}': " + INT);
        refusedLiteral(PlainScalars.INT, "2147483648", "Int '2147483648': " + INT);
        refusedLiteral(PlainScalars.INT, "3.0", "Int '3.0': " + INT);
        refusedLiteral(PlainScalars.INT, "1e999999999", "Int '1E+999999999': " + INT);
        refusedLiteral(PlainScalars.INT, "\"3\"", "Int '\"3\"': " + INT);
    }

    @Test
    void a_float_is_a_number_that_a_double_can_hold() {
        assertThat(variable(PlainScalars.FLOAT, 0.5)).isEqualTo(0.5);
        assertThat(variable(PlainScalars.FLOAT, 3)).isEqualTo(3.0);
        assertThat(variable(PlainScalars.FLOAT, Double.MAX_VALUE)).isEqualTo(Double.MAX_VALUE);
        assertThat(variable(PlainScalars.FLOAT, new BigDecimal("1e-999999999"))).isEqualTo(0.0);
        assertThat(literal(PlainScalars.FLOAT, "3")).isEqualTo(3.0);
        assertThat(literal(PlainScalars.FLOAT, "-0.5e1")).isEqualTo(-5.0);
        refused(PlainScalars.FLOAT, Double.NaN, "Float 'NaN': " + FLOAT);
        refused(PlainScalars.FLOAT, Double.NEGATIVE_INFINITY, "Float '-Infinity': " + FLOAT);
        refused(PlainScalars.FLOAT, new BigDecimal("1e999999999"), "Float '1E+999999999': " + FLOAT);
        refused(PlainScalars.FLOAT, "0.5", "Float '0.5': " + FLOAT);
        refusedLiteral(PlainScalars.FLOAT, "1e309", "Float '1E+309': " + FLOAT);
        refusedLiteral(PlainScalars.FLOAT, "NaN", "Float 'NaN': " + FLOAT);
    }

    @Test
    void an_id_is_a_text_or_a_whole_number() {
        assertThat(variable(PlainScalars.ID, "team_1")).isEqualTo("team_1");
        assertThat(variable(PlainScalars.ID, 7)).isEqualTo("7");
        assertThat(variable(PlainScalars.ID, 7_000_000_000L)).isEqualTo("7000000000");
        assertThat(variable(PlainScalars.ID, new BigInteger("12345678901234567890")))
                .isEqualTo("12345678901234567890");
        assertThat(variable(PlainScalars.ID, new BigDecimal("7"))).isEqualTo("7");
        assertThat(literal(PlainScalars.ID, "7")).isEqualTo("7");
        assertThat(literal(PlainScalars.ID, "\"7\"")).isEqualTo("7");
        refused(PlainScalars.ID, 1.5, "ID '1.5': " + ID);
        refused(PlainScalars.ID, true, "ID 'true': " + ID);
        refused(PlainScalars.ID, Map.of("a", 1), "ID '{a=1}': " + ID);
        refused(PlainScalars.ID, List.of("a"), "ID '[a]': " + ID);
        refused(PlainScalars.ID, 7.0, "ID '7.0': " + ID);
        refused(PlainScalars.ID, new BigDecimal("7e3"), "ID '7E+3': " + ID);
        refused(PlainScalars.ID, BigInteger.TEN.pow(300), "ID '1" + "0".repeat(39) + "... (301 characters)': " + ID);
        refusedLiteral(PlainScalars.ID, "1.5", "ID '1.5': " + ID);
        refusedLiteral(PlainScalars.ID, "true", "ID 'true': " + ID);
        refusedLiteral(PlainScalars.ID, "team", "ID 'team': " + ID);
    }

    @Test
    void answers_and_defaults_are_written_as_ever() {
        assertThat(answer(PlainScalars.INT, 3)).isEqualTo(3);
        assertThat(answer(PlainScalars.FLOAT, 0.5)).isEqualTo(0.5);
        assertThat(answer(PlainScalars.ID, "7")).isEqualTo("7");
        assertThat(written(PlainScalars.INT, 3)).isEqualTo("3");
    }

    private static Object variable(GraphQLScalarType scalar, Object given) {
        return scalar.getCoercing().parseValue(given, GraphQLContext.getDefault(), Locale.ROOT);
    }

    private static Object literal(GraphQLScalarType scalar, String given) {
        Value<?> value = Parser.parseValue(given);
        return scalar.getCoercing()
                .parseLiteral(value, CoercedVariables.emptyVariables(), GraphQLContext.getDefault(), Locale.ROOT);
    }

    private static Object answer(GraphQLScalarType scalar, Object value) {
        return scalar.getCoercing().serialize(value, GraphQLContext.getDefault(), Locale.ROOT);
    }

    private static String written(GraphQLScalarType scalar, Object value) {
        return AstPrinter.printAst(
                scalar.getCoercing().valueToLiteral(value, GraphQLContext.getDefault(), Locale.ROOT));
    }

    private static void refused(GraphQLScalarType scalar, Object given, String message) {
        assertThatThrownBy(() -> variable(scalar, given))
                .isInstanceOf(CoercingParseValueException.class)
                .hasMessage(message);
    }

    private static void refusedLiteral(GraphQLScalarType scalar, String given, String message) {
        assertThatThrownBy(() -> literal(scalar, given))
                .isInstanceOf(CoercingParseLiteralException.class)
                .hasMessage(message);
    }
}
