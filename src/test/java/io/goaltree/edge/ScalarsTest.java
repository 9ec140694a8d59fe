package io.goaltree.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScalarsTest {
    private static final String DECIMAL = "a decimal number such as \"3.20\" is needed";
    private static final String DATE = "a calendar date such as \"2026-11-22\" is needed";
    private static final String DATE_TIME = "an instant with an offset such as \"2026-11-22T09:30:00Z\" is needed";

    @Test
    void a_decimal_is_read_exactly_from_text_and_number() {
        assertThat(variable(Scalars.DECIMAL, "3.20")).isEqualTo(new BigDecimal("3.20"));
        assertThat(variable(Scalars.DECIMAL, 3.2)).isEqualTo(new BigDecimal("3.2"));
        assertThat(variable(Scalars.DECIMAL, new BigDecimal("3.20"))).isEqualTo(new BigDecimal("3.20"));
        assertThat(variable(Scalars.DECIMAL, 7)).isEqualTo(new BigDecimal("7"));
        assertThat(variable(Scalars.DECIMAL, 9_007_199_254_740_993L)).isEqualTo(new BigDecimal("9007199254740993"));
        assertThat(variable(Scalars.DECIMAL, new BigInteger("123456789012345678901")))
                .isEqualTo(new BigDecimal("123456789012345678901"));
        assertThat(variable(Scalars.DECIMAL, "1e3")).isEqualTo(new BigDecimal("1e3"));
        assertThat(variable(Scalars.DECIMAL, "-0.1")).isEqualTo(new BigDecimal("-0.1"));
    }

    @Test
    void a_decimal_is_read_exactly_from_a_literal() {
        assertThat(literal(Scalars.DECIMAL, text("3.20"))).isEqualTo(new BigDecimal("3.20"));
        assertThat(literal(Scalars.DECIMAL, number("3.20"))).isEqualTo(new BigDecimal("3.20"));
        assertThat(literal(Scalars.DECIMAL, number("1e3"))).isEqualTo(new BigDecimal("1e3"));
        assertThat(literal(Scalars.DECIMAL, new IntValue(BigInteger.TEN))).isEqualTo(new BigDecimal("10"));
    }

    @Test
    void what_is_no_decimal_is_refused_by_name() {
        for (String text : List.of(
                "NaN", "Infinity", "-Infinity", "abc", "", " 3", "3,20", "0x10", "1_000", "1e", "1e999999999999")) {
            refusedVariable(Scalars.DECIMAL, text, "Decimal '" + text + "': " + DECIMAL);
            refusedLiteral(Scalars.DECIMAL, text(text), "Decimal '" + text + "': " + DECIMAL);
        }
        refusedVariable(Scalars.DECIMAL, Double.NaN, "Decimal 'NaN': " + DECIMAL);
        refusedVariable(Scalars.DECIMAL, Double.POSITIVE_INFINITY, "Decimal 'Infinity': " + DECIMAL);
        refusedVariable(Scalars.DECIMAL, true, "Decimal 'true': " + DECIMAL);
        refusedVariable(Scalars.DECIMAL, List.of(1), "Decimal '[1]': " + DECIMAL);
        refusedVariable(Scalars.DECIMAL, Map.of("a", 1), "Decimal '{a=1}': " + DECIMAL);
    }

    @Test
    void an_exponent_of_a_thousand_is_read_and_above_it_refused() {
        assertThat(variable(Scalars.DECIMAL, "1e1000")).isEqualTo(new BigDecimal("1e1000"));
        assertThat(variable(Scalars.DECIMAL, "1e-1000")).isEqualTo(new BigDecimal("1e-1000"));
        refusedVariable(Scalars.DECIMAL, "1e1001", "Decimal '1e1001': " + DECIMAL);
        refusedVariable(Scalars.DECIMAL, "1e-1001", "Decimal '1e-1001': " + DECIMAL);
        refusedVariable(Scalars.DECIMAL, "1e999999999", "Decimal '1e999999999': " + DECIMAL);
        refusedVariable(Scalars.DECIMAL, "1e-2147483647", "Decimal '1e-2147483647': " + DECIMAL);
        refusedVariable(
                Scalars.DECIMAL,
                new BigDecimal(BigInteger.ONE, Integer.MIN_VALUE),
                "Decimal '1E+2147483648': " + DECIMAL);
        refusedLiteral(Scalars.DECIMAL, number("1e999999999"), "Decimal '1E+999999999': " + DECIMAL);
    }

    @Test
    void a_thousand_digits_are_read_and_above_it_refused_without_repeating_them() {
        assertThat(variable(Scalars.DECIMAL, "9".repeat(1_000))).isEqualTo(new BigDecimal("9".repeat(1_000)));
        refusedVariable(
                Scalars.DECIMAL,
                "9".repeat(1_001),
                "Decimal '" + "9".repeat(40) + "... (1001 characters)': " + DECIMAL);
        String shortened = "Decimal '" + "9".repeat(40) + "... (10000 characters)': " + DECIMAL;
        refusedVariable(Scalars.DECIMAL, "9".repeat(10_000), shortened);
        refusedVariable(Scalars.DECIMAL, new BigInteger("9".repeat(10_000)), shortened);
        refusedLiteral(Scalars.DECIMAL, new IntValue(new BigInteger("9".repeat(10_000))), shortened);
    }

    @Test
    void a_literal_of_another_kind_is_refused_by_name() {
        refusedLiteral(Scalars.DECIMAL, EnumValue.of("NaN"), "Decimal 'NaN': " + DECIMAL);
        refusedLiteral(Scalars.DECIMAL, BooleanValue.of(true), "Decimal 'true': " + DECIMAL);
        refusedLiteral(Scalars.DATE, ArrayValue.newArrayValue().value(text("x")).build(), "Date '[\"x\"]': " + DATE);
        refusedLiteral(Scalars.DATE, new IntValue(BigInteger.valueOf(20261122)), "Date '20261122': " + DATE);
        refusedLiteral(Scalars.DATE_TIME, number("1.5"), "DateTime '1.5': " + DATE_TIME);
    }

    @Test
    void a_decimal_is_answered_written_out() {
        assertThat(answer(Scalars.DECIMAL, new BigDecimal("3.20"))).isEqualTo("3.20");
        assertThat(answer(Scalars.DECIMAL, new BigDecimal("1e3"))).isEqualTo("1000");
        assertThat(answer(Scalars.DECIMAL, new BigDecimal("1e-7"))).isEqualTo("0.0000001");
    }

    @Test
    void what_cannot_be_answered_as_a_decimal_is_a_fault() {
        assertThatThrownBy(() -> answer(Scalars.DECIMAL, "3.20"))
                .isInstanceOf(CoercingSerializeException.class)
                .hasMessage("A Decimal cannot be written")
                .hasCauseInstanceOf(ClassCastException.class);
    }

    @Test
    void a_date_is_a_day_of_the_calendar() {
        for (String date : List.of("2026-11-22", "2024-02-29", "0001-01-01", "9999-12-31")) {
            assertThat(variable(Scalars.DATE, date)).isEqualTo(date);
            assertThat(literal(Scalars.DATE, text(date))).isEqualTo(date);
        }
        assertThat(answer(Scalars.DATE, LocalDate.of(2026, 2, 3))).isEqualTo("2026-02-03");
    }

    @Test
    void what_is_no_day_of_the_calendar_is_refused_by_name() {
        for (String date : List.of(
                "2026-02-30",
                "2025-02-29",
                "2026-2-3",
                "2026-13-01",
                "20261122",
                "2026-W47-7",
                "22.11.2026",
                "2026-11-22Z",
                "2026-11-22T00:00:00Z",
                " 2026-11-22",
                "+12345-01-01",
                "-0001-01-01",
                "+999999999-12-31",
                "today",
                "")) {
            refusedVariable(Scalars.DATE, date, "Date '" + date + "': " + DATE);
            refusedLiteral(Scalars.DATE, text(date), "Date '" + date + "': " + DATE);
        }
        refusedVariable(Scalars.DATE, 20261122, "Date '20261122': " + DATE);
        refusedVariable(
                Scalars.DATE, "2".repeat(10_000), "Date '" + "2".repeat(40) + "... (10000 characters)': " + DATE);
    }

    @Test
    void an_instant_is_answered_in_utc() {
        assertThat(variable(Scalars.DATE_TIME, "2026-11-22T09:30:00Z")).isEqualTo("2026-11-22T09:30:00Z");
        assertThat(variable(Scalars.DATE_TIME, "2026-11-22T09:30:00+02:00")).isEqualTo("2026-11-22T07:30:00Z");
        assertThat(variable(Scalars.DATE_TIME, "2026-11-22T23:30-05:00")).isEqualTo("2026-11-23T04:30:00Z");
        assertThat(literal(Scalars.DATE_TIME, text("2026-11-22T09:30:00+02:00")))
                .isEqualTo("2026-11-22T07:30:00Z");
        assertThat(answer(Scalars.DATE_TIME, Instant.parse("2026-11-22T07:30:00Z")))
                .isEqualTo("2026-11-22T07:30:00Z");
    }

    @Test
    void an_instant_is_cut_to_microseconds() {
        assertThat(variable(Scalars.DATE_TIME, "2026-11-22T09:30:00.123456789Z"))
                .isEqualTo("2026-11-22T09:30:00.123456Z");
    }

    @Test
    void years_of_four_digits_are_read() {
        assertThat(variable(Scalars.DATE_TIME, "0001-01-01T00:00:00Z")).isEqualTo("0001-01-01T00:00:00Z");
        assertThat(variable(Scalars.DATE_TIME, "9999-12-31T23:59:59.999999999Z"))
                .isEqualTo("9999-12-31T23:59:59.999999Z");
    }

    @Test
    void what_is_no_instant_is_refused_by_name() {
        for (String instant : List.of(
                "2026-11-22T09:30:00",
                "2026-11-22",
                "2026-11-22 09:30:00Z",
                "2026-02-30T09:30:00Z",
                "2026-11-22T24:00:00Z",
                "2026-11-22T09:30:60Z",
                "2026-11-22T09:30:00 Europe/Berlin",
                "2026-11-22T09:30:00+19:00",
                "+999999999-12-31T23:59:59-18:00",
                "9999-12-31T23:59:59-00:01",
                "0001-01-01T00:00:00+00:01",
                "1732267800",
                "now",
                "")) {
            refusedVariable(Scalars.DATE_TIME, instant, "DateTime '" + instant + "': " + DATE_TIME);
            refusedLiteral(Scalars.DATE_TIME, text(instant), "DateTime '" + instant + "': " + DATE_TIME);
        }
        refusedVariable(Scalars.DATE_TIME, 1732267800, "DateTime '1732267800': " + DATE_TIME);
    }

    @Test
    void a_value_becomes_a_text_in_a_document() {
        Value<?> literal = Scalars.DECIMAL
                .getCoercing()
                .valueToLiteral(new BigDecimal("3.20"), GraphQLContext.getDefault(), Locale.ROOT);

        assertThat(((StringValue) literal).getValue()).isEqualTo("3.20");
    }

    private static Object variable(GraphQLScalarType scalar, Object given) {
        return scalar.getCoercing().parseValue(given, GraphQLContext.getDefault(), Locale.ROOT);
    }

    private static Object literal(GraphQLScalarType scalar, Value<?> given) {
        return scalar.getCoercing()
                .parseLiteral(given, CoercedVariables.emptyVariables(), GraphQLContext.getDefault(), Locale.ROOT);
    }

    private static Object answer(GraphQLScalarType scalar, Object value) {
        return scalar.getCoercing().serialize(value, GraphQLContext.getDefault(), Locale.ROOT);
    }

    private static void refusedVariable(GraphQLScalarType scalar, Object given, String message) {
        assertThatThrownBy(() -> variable(scalar, given))
                .isInstanceOf(CoercingParseValueException.class)
                .hasMessage(message);
    }

    private static void refusedLiteral(GraphQLScalarType scalar, Value<?> given, String message) {
        assertThatThrownBy(() -> literal(scalar, given))
                .isInstanceOf(CoercingParseLiteralException.class)
                .hasMessage(message);
    }

    private static StringValue text(String value) {
        return new StringValue(value);
    }

    private static FloatValue number(String value) {
        return new FloatValue(new BigDecimal(value));
    }
}
