package io.goaltree.edge.limits;

import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import io.goaltree.shared.Check;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the values in a document stand for in one request: variables by what the caller sent, as it came from JSON, else by their
 * default. Nothing is coerced: what makes no sense as a number or a truth is none, and is refused when the request is executed.
 */
final class GivenVariables {
    private final Map<String, Object> given;
    private final Map<String, Value<?>> defaults = new HashMap<>();

    GivenVariables(OperationDefinition operation, Map<String, Object> given) {
        this.given = given;
        for (VariableDefinition variable : operation.getVariableDefinitions()) {
            if (variable.getDefaultValue() != null) {
                defaults.put(variable.getName(), variable.getDefaultValue());
            }
        }
    }

    /** A value with its variable put in: a node of the document or a value out of JSON; null when there is none, or null. */
    @Nullable
    Object of(@Nullable Object value) {
        Object found = value;
        if (value instanceof VariableReference variable) {
            found = given.containsKey(variable.getName())
                    ? given.get(variable.getName())
                    : defaults.get(variable.getName());
        }
        return found instanceof NullValue ? null : found;
    }

    /** Whether a value is a variable that was neither sent nor has a default. */
    boolean isMissing(Value<?> value) {
        return value instanceof VariableReference variable
                && !given.containsKey(variable.getName())
                && !defaults.containsKey(variable.getName());
    }

    /** The elements a value makes a list of: one for a value that is no list, as GraphQL reads it. */
    int length(Object value) {
        if (value instanceof ArrayValue list) {
            return list.getValues().size();
        }
        return value instanceof Collection<?> list ? list.size() : 1;
    }

    /** A field of an input object; null when it is missing, null, or the value is no object. */
    @Nullable
    Object member(Object value, String name) {
        if (value instanceof Map<?, ?> map) {
            return of(map.get(name));
        }
        if (value instanceof ObjectValue object) {
            for (ObjectField field : object.getObjectFields()) {
                if (field.getName().equals(name)) {
                    return of(field.getValue());
                }
            }
        }
        return null;
    }

    /** A whole number, {@link Long#MAX_VALUE} for all that are larger; null when the value is none. */
    @Nullable
    Long number(Object value) {
        Object plain = value instanceof IntValue literal ? literal.getValue() : value;
        if (!(plain instanceof Number)) {
            return null;
        }
        try {
            BigDecimal exact = new BigDecimal(plain.toString());
            if (exact.precision() - (long) exact.scale() > 19) {
                return exact.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
            }
            BigInteger whole = exact.toBigIntegerExact();
            return whole.bitLength() < 64 ? whole.longValue() : (whole.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE);
        } catch (NumberFormatException | ArithmeticException e) {
            return null;
        }
    }

    /** Whether {@code @skip} or {@code @include} leaves a selection out for certain. */
    boolean leaveOut(List<Directive> directives) {
        for (Directive directive : directives) {
            boolean skip = directive.getName().equals("skip");
            if ((skip || directive.getName().equals("include")) && directive.getArgument("if") != null) {
                Object condition = of(directive.getArgument("if").getValue());
                Object truth = condition instanceof BooleanValue literal ? (Boolean) literal.isValue() : condition;
                if (truth instanceof Boolean met && met == skip) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A number as the caller wrote it, for a message. */
    String shown(Object number) {
        Object plain = number instanceof IntValue literal ? literal.getValue() : number;
        return Check.shortened(plain.toString());
    }
}
