package io.goaltree.edge.limits;

import static graphql.schema.GraphQLTypeUtil.unwrapNonNull;

import graphql.language.Argument;
import graphql.language.Field;
import graphql.language.Value;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedInputType;
import graphql.schema.GraphQLType;
import graphql.schema.InputValueWithState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many items a list may answer, by the arguments of its field. A field with {@code first} or {@code last} answers a page. One that
 * is handed a list answers as many items as the longest it is handed, be it a field of an input object. What a field so finds
 * counts for the field itself when it is a list, else for the lists directly below it: the edges and nodes of a connection, the
 * results of a payload.
 */
final class Lengths {
    private static final List<String> PAGE_ARGUMENTS = List.of("first", "last");

    private final DocumentLimits limits;
    private final GivenVariables variables;

    Lengths(DocumentLimits limits, GivenVariables variables) {
        this.limits = limits;
        this.variables = variables;
    }

    /**
     * @return the items that the arguments let expect; null when they say nothing about it
     * @throws DocumentRefused when a page is larger than any may be
     */
    @Nullable
    Long of(Field field, GraphQLFieldDefinition definition) {
        boolean paged = false;
        Long page = null;
        Long longest = null;
        for (GraphQLArgument declared : definition.getArguments()) {
            Object value = value(field, declared);
            if (isPage(declared)) {
                paged = true;
                page = value == null ? page : larger(page, page(field, declared, value));
            } else if (value != null) {
                longest = larger(longest, longestList(unwrapNonNull(declared.getType()), value));
            }
        }
        if (paged) {
            return page == null ? Long.valueOf(limits.standardPage()) : page;
        }
        // An empty list says nothing: where a list chooses, it often means everything.
        return longest == null || longest == 0 ? null : longest;
    }

    private @Nullable Object value(Field field, GraphQLArgument declared) {
        for (Argument argument : field.getArguments()) {
            if (argument.getName().equals(declared.getName())) {
                return given(argument.getValue(), declared);
            }
        }
        return standard(declared);
    }

    /** A variable that was not sent leaves the argument to its own default. */
    private @Nullable Object given(Value<?> value, GraphQLArgument declared) {
        return variables.isMissing(value) ? standard(declared) : variables.of(value);
    }

    private @Nullable Object standard(GraphQLArgument declared) {
        InputValueWithState standard = declared.getArgumentDefaultValue();
        return standard.isSet() ? variables.of(standard.getValue()) : null;
    }

    private static boolean isPage(GraphQLArgument declared) {
        return PAGE_ARGUMENTS.contains(declared.getName())
                && unwrapNonNull(declared.getType()) instanceof GraphQLNamedInputType type
                && type.getName().equals("Int");
    }

    /** A page that makes no sense has no items: it is refused when it is read. */
    private long page(Field field, GraphQLArgument declared, Object value) {
        Long size = variables.number(value);
        if (size != null && size > limits.page()) {
            throw new DocumentRefused(Refusal.at(
                    field.getSourceLocation(),
                    RequestCode.OUT_OF_RANGE,
                    "%s is %s; it must be between 0 and %d"
                            .formatted(declared.getName(), variables.shown(value), limits.page())));
        }
        return size == null ? 0 : Math.max(0, size);
    }

    private @Nullable Long longestList(GraphQLType type, Object value) {
        if (type instanceof GraphQLList) {
            return (long) variables.length(value);
        }
        Long longest = null;
        if (type instanceof GraphQLInputObjectType object) {
            for (GraphQLInputObjectField member : object.getFieldDefinitions()) {
                Object inside = unwrapNonNull(member.getType()) instanceof GraphQLList
                        ? variables.member(value, member.getName())
                        : null;
                longest = inside == null ? longest : larger(longest, (long) variables.length(inside));
            }
        }
        return longest;
    }

    private static @Nullable Long larger(@Nullable Long one, @Nullable Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.max(one, other);
    }
}
