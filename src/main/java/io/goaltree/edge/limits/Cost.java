package io.goaltree.edge.limits;

import static graphql.schema.GraphQLTypeUtil.unwrapAll;
import static graphql.schema.GraphQLTypeUtil.unwrapNonNull;
import static graphql.schema.GraphQLTypeUtil.unwrapOne;

import graphql.language.DirectivesContainer;
import graphql.language.Field;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLType;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The most values one operation may answer: every field is one, leaf or object, and a list repeats what is selected below it. Of an
 * abstract type the dearest object type counts. Every occurrence of a field counts, although equal ones are answered once. Each
 * selection is counted once for each object type and length it can meet, however often fragments repeat it; sums and products
 * stop at the largest number.
 */
final class Cost {
    private final Types types;
    private final Fragments fragments;
    private final GivenVariables variables;
    private final Lengths lengths;
    private final int listSize;
    private final Map<SelectionSet, Map<Place, Long>> known = new IdentityHashMap<>();

    /** @param listLength of the lists directly in the selection; null when nothing is known */
    private record Place(String type, @Nullable Long listLength) {}

    Cost(Types types, Fragments fragments, GivenVariables variables, DocumentLimits limits) {
        this.types = types;
        this.fragments = fragments;
        this.variables = variables;
        this.lengths = new Lengths(limits, variables);
        this.listSize = limits.listSize();
    }

    /** @throws DocumentRefused when a page is larger than any may be */
    long of(SelectionSet set, GraphQLType type, @Nullable Long listLength) {
        long most = 0;
        for (GraphQLObjectType possible : types.possible(type)) {
            most = Math.max(most, ofObject(set, possible, listLength));
        }
        return most;
    }

    private long ofObject(SelectionSet set, GraphQLObjectType type, @Nullable Long listLength) {
        Map<Place, Long> places = known.computeIfAbsent(set, it -> new HashMap<>());
        Place place = new Place(type.getName(), listLength);
        Long before = places.get(place);
        if (before != null) {
            return before;
        }
        long sum = 0;
        for (Selection<?> selection : set.getSelections()) {
            sum = sum(sum, ofSelection(selection, type, listLength));
        }
        places.put(place, sum);
        return sum;
    }

    private long ofSelection(Selection<?> selection, GraphQLObjectType type, @Nullable Long listLength) {
        if (selection instanceof DirectivesContainer<?> bearer && variables.leaveOut(bearer.getDirectives())) {
            return 0;
        }
        if (selection instanceof Field field) {
            return ofField(field, type, listLength);
        }
        SelectionSet inside = types.inside(selection, type, fragments);
        return inside == null ? 0 : ofObject(inside, type, listLength);
    }

    private long ofField(Field field, GraphQLObjectType type, @Nullable Long listLength) {
        GraphQLFieldDefinition definition = types.field(type, field);
        Long own = lengths.of(field, definition);
        SelectionSet below = field.getSelectionSet();
        if (below == null) {
            return 1;
        }
        GraphQLType answer = unwrapNonNull(definition.getType());
        if (!(answer instanceof GraphQLList)) {
            return sum(1, of(below, answer, own));
        }
        long items = own != null ? own : listLength != null ? listLength : listSize;
        return sum(1, product(product(items, inner(answer)), of(below, unwrapAll(answer), null)));
    }

    /** Of a list of lists, the items of each list inside. */
    private long inner(GraphQLType list) {
        long items = 1;
        GraphQLType element = unwrapNonNull(unwrapOne(list));
        while (element instanceof GraphQLList) {
            items = product(items, listSize);
            element = unwrapNonNull(unwrapOne(element));
        }
        return items;
    }

    private static long sum(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    private static long product(long one, long other) {
        return one == 0 || other <= Long.MAX_VALUE / one ? one * other : Long.MAX_VALUE;
    }
}
