package io.goaltree.edge;

import graphql.GraphQLContext;
import graphql.Scalars;
import graphql.execution.CoercedVariables;
import graphql.language.AstPrinter;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import io.goaltree.shared.Check;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Scalars every GraphQL service has, reading no more than their specification allows: graphql-java's own take a map for an id
 * and 1e999 for a float, spend minutes on the int 1e999999999, and answer with the names of Java classes. They write as its own do.
 * Its Boolean and String are strict, and
 * cannot be replaced: its own directives and introspection hold on to them.
 */
final class PlainScalars {
    private static final BigDecimal LARGEST_FLOAT = BigDecimal.valueOf(Double.MAX_VALUE);
    private static final int LONGEST_ID = 300;

    static final GraphQLScalarType INT = strict(
            Scalars.GraphQLInt, "a whole number from -2147483648 to 2147483647 is needed", PlainScalars::wholeNumber);
    static final GraphQLScalarType FLOAT = strict(Scalars.GraphQLFloat, "a number is needed", PlainScalars::number);
    static final GraphQLScalarType ID =
            strict(Scalars.GraphQLID, "a text or a whole number is needed", PlainScalars::id);

    private PlainScalars() {}

    /** The same number however JSON writes it: 3, 3.0 and 3e0. */
    private static @Nullable Object wholeNumber(Object given) {
        return given instanceof Number ? (Object) exact(given).intValueExact() : null;
    }

    private static @Nullable Object number(Object given) {
        if (!(given instanceof Number)) {
            return null;
        }
        BigDecimal exact = exact(given);
        return exact.abs().compareTo(LARGEST_FLOAT) > 0 ? null : (Object) exact.doubleValue();
    }

    /** JSON's whole numbers come as decimals without a fraction. */
    private static @Nullable Object id(Object given) {
        if (!(given instanceof Number)) {
            return given instanceof String ? given : null;
        }
        BigDecimal exact = exact(given);
        return exact.scale() == 0 && exact.precision() <= LONGEST_ID ? exact.toPlainString() : null;
    }

    /** @throws NumberFormatException for NaN and infinity */
    private static BigDecimal exact(Object number) {
        return number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
    }

    private static GraphQLScalarType strict(
            GraphQLScalarType plain, String expectation, Function<Object, @Nullable Object> read) {
        return plain.transform(it -> it.coercing(new Strict(plain, expectation, read)));
    }

    private record Strict(GraphQLScalarType plain, String expectation, Function<Object, @Nullable Object> read)
            implements Coercing<Object, Object> {

        @Override
        public @Nullable Object serialize(Object value, GraphQLContext context, Locale locale) {
            return plain.getCoercing().serialize(value, context, locale);
        }

        @Override
        public Value<?> valueToLiteral(Object value, GraphQLContext context, Locale locale) {
            return plain.getCoercing().valueToLiteral(value, context, locale);
        }

        @Override
        public Object parseValue(Object given, GraphQLContext context, Locale locale) {
            Object value = attempt(given);
            if (value == null) {
                throw new CoercingParseValueException(complaint(given.toString()));
            }
            return value;
        }

        @Override
        public Object parseLiteral(Value<?> given, CoercedVariables variables, GraphQLContext context, Locale locale) {
            Object inside = inside(given);
            Object value = inside == null ? null : attempt(inside);
            if (value == null) {
                throw new CoercingParseLiteralException(complaint(AstPrinter.printAstCompact(given)));
            }
            return value;
        }

        private @Nullable Object attempt(Object given) {
            try {
                return read.apply(given);
            } catch (ArithmeticException | NumberFormatException e) {
                return null;
            }
        }

        /** What a literal of a kind that the scalar may be written in holds: 3.0 is an int as a variable, not as a literal. */
        private @Nullable Object inside(Value<?> given) {
            if (given instanceof FloatValue number) {
                return plain.getName().equals("Float") ? number.getValue() : null;
            }
            if (given instanceof IntValue number) {
                return number.getValue();
            }
            return given instanceof StringValue text ? text.getValue() : null;
        }

        private String complaint(String given) {
            return plain.getName() + " '" + Check.shortened(given) + "': " + expectation;
        }
    }
}
