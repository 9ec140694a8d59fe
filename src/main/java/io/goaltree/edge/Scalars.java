package io.goaltree.edge;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.AstPrinter;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import io.goaltree.shared.Check;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The service's own scalars. Each refuses what it cannot read with a sentence of its own, before anything is executed.
 * What they read is handed on in the form SmallRye's argument reading expects: dates and instants as ISO text.
 */
final class Scalars {
    private static final int MAX_NUMBER_LENGTH = 1_000;
    private static final int MAX_EXPONENT = 1_000;
    private static final int DATE_LENGTH = 10;

    /** The years 1 to 9999: the database cannot keep every instant Java can, and a calendar has no year 0. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    static final GraphQLScalarType DECIMAL = scalar("Decimal", Scalars::decimal, Scalars::plain);
    static final GraphQLScalarType DATE = scalar("Date", Scalars::date, Object::toString);
    static final GraphQLScalarType DATE_TIME = scalar("DateTime", Scalars::dateTime, Object::toString);

    private Scalars() {}

    private static Object decimal(Object given) {
        String text = given instanceof BigDecimal exact ? exact.toString() : given.toString();
        if (!(given instanceof Number || given instanceof String) || text.length() > MAX_NUMBER_LENGTH) {
            throw new IllegalArgumentException(text);
        }
        BigDecimal value = new BigDecimal(text);
        if (Math.abs((long) value.scale()) > MAX_EXPONENT) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }

    private static Object plain(Object value) {
        return ((BigDecimal) value).toPlainString();
    }

    private static Object date(Object given) {
        String text = text(given);
        if (text.length() != DATE_LENGTH) {
            throw new IllegalArgumentException(text);
        }
        LocalDate date =
                LocalDate.parse(text, DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.STRICT));
        if (date.getYear() < 1) {
            throw new IllegalArgumentException(text);
        }
        return date.toString();
    }

    private static Object dateTime(Object given) {
        Instant instant = OffsetDateTime.parse(text(given)).toInstant().truncatedTo(ChronoUnit.MICROS);
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new IllegalArgumentException(instant.toString());
        }
        return instant.toString();
    }

    private static String text(Object given) {
        if (given instanceof String text && text.length() <= 40) {
            return text;
        }
        throw new IllegalArgumentException(String.valueOf(given));
    }

    private static String expectation(String name) {
        return switch (name) {
            case "Decimal" -> "a decimal number such as \"3.20\" is needed";
            case "Date" -> "a calendar date such as \"2026-11-22\" is needed";
            default -> "an instant with an offset such as \"2026-11-22T09:30:00Z\" is needed";
        };
    }

    private static GraphQLScalarType scalar(
            String name, Function<Object, Object> read, Function<Object, Object> write) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new Strict(name, read, write))
                .build();
    }

    private record Strict(String name, Function<Object, Object> read, Function<Object, Object> write)
            implements Coercing<Object, Object> {

        @Override
        public Object serialize(Object value, GraphQLContext context, Locale locale) {
            try {
                return write.apply(value);
            } catch (RuntimeException e) {
                throw new CoercingSerializeException("A " + name + " cannot be written", e);
            }
        }

        @Override
        public Object parseValue(Object input, GraphQLContext context, Locale locale) {
            try {
                return read.apply(input);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new CoercingParseValueException(complaint(input));
            }
        }

        @Override
        public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            Object given = given(input);
            if (given == null) {
                throw new CoercingParseLiteralException(complaint(AstPrinter.printAstCompact(input)));
            }
            try {
                return read.apply(given);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new CoercingParseLiteralException(complaint(given));
            }
        }

        @Override
        public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
            return new StringValue(input.toString());
        }

        private static @Nullable Object given(Value<?> input) {
            if (input instanceof StringValue text) {
                return text.getValue();
            }
            if (input instanceof IntValue number) {
                return number.getValue();
            }
            return input instanceof FloatValue number ? number.getValue() : null;
        }

        private String complaint(Object given) {
            return name + " '" + Check.shortened(given.toString()) + "': " + expectation(name);
        }
    }
}
