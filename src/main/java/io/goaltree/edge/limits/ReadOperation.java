package io.goaltree.edge.limits;

import graphql.language.OperationDefinition;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One operation of a document that may be executed, once its cost is known to be bearable. */
public final class ReadOperation {
    private final OperationDefinition definition;
    private final Types types;
    private final Fragments fragments;
    private final DocumentLimits limits;
    private volatile @Nullable Set<String> typeNames;
    private volatile @Nullable Selected selected;

    ReadOperation(OperationDefinition definition, Types types, Fragments fragments, DocumentLimits limits) {
        this.definition = definition;
        this.types = types;
        this.fragments = fragments;
        this.limits = limits;
    }

    public OperationDefinition definition() {
        return definition;
    }

    public OperationDefinition.Operation kind() {
        return definition.getOperation();
    }

    /**
     * The most values (fields, those of objects too) the operation may answer.
     *
     * @param rawVariables as they came from JSON, not coerced
     * @return at least 0; {@link Long#MAX_VALUE} stands for everything above it
     * @throws DocumentRefused when a page or the whole is larger than allowed
     */
    public long cost(Map<String, Object> rawVariables) {
        GivenVariables variables = new GivenVariables(definition, rawVariables);
        long cost = new Cost(types, fragments, variables, limits)
                .of(definition.getSelectionSet(), types.root(kind()), null);
        if (cost > limits.cost()) {
            throw new DocumentRefused(Refusal.at(
                    definition.getSourceLocation(),
                    RequestCode.COST_TOO_HIGH,
                    "The operation may answer " + cost + " values; at most " + limits.cost()
                            + " are allowed: select fewer fields, or smaller pages"));
        }
        return cost;
    }

    /**
     * Holds variables against their types, as execution will; so a caller learns with a code, and before anything runs, that they do
     * not fit.
     *
     * @throws DocumentRefused when a variable is missing, or its value does not fit
     */
    public void checkVariables(Map<String, Object> rawVariables) {
        VariableCheck.check(definition, rawVariables, types.schema());
    }

    /**
     * The names of the object types whose fields are selected, whatever the variables: with those of the root and of connections and
     * payloads; for an interface or a union, of every type it can be.
     */
    public Set<String> types() {
        Set<String> names = typeNames;
        if (names == null) {
            names = Set.copyOf(types.of(definition, fragments));
            typeNames = names;
        }
        return names;
    }

    /** What is selected, whatever the variables. */
    public Selected selected() {
        Selected known = selected;
        if (known == null) {
            known = new Selecting(types, fragments).of(definition);
            selected = known;
        }
        return known;
    }
}
