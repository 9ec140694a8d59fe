package io.goaltree.edge.limits;

import static io.goaltree.edge.limits.RequestCode.COST_TOO_HIGH;
import static io.goaltree.edge.limits.RequestCode.INTROSPECTION_DISABLED;
import static io.goaltree.edge.limits.RequestCode.INTROSPECTION_TOO_LARGE;
import static io.goaltree.edge.limits.RequestCode.TOO_DEEP;
import static io.goaltree.edge.limits.RequestCode.TOO_MANY_ALIASES;
import static io.goaltree.edge.limits.RequestCode.TOO_MANY_DIRECTIVES;
import static io.goaltree.edge.limits.RequestCode.TOO_MANY_ROOT_FIELDS;

import graphql.introspection.GoodFaithIntrospection;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The limits that need no schema, so that nothing of a document that breaks one is ever validated. */
final class Structure {
    /** Levels of fragments that one level of fields may be wrapped in; validation recurses into each. */
    private static final int NESTING_PER_DEPTH = 5;

    /** Fields that a token may stand for once fragments are written out; validation compares them with each other. */
    private static final int FIELDS_PER_TOKEN = 10;

    private final DocumentLimits limits;
    private final List<Refusal> refusals = new ArrayList<>();
    private int nodes;
    private long aliases;
    private long directives;

    private Structure(DocumentLimits limits) {
        this.limits = limits;
    }

    /**
     * @return the nodes of the syntax tree
     * @throws DocumentRefused when a limit is broken, by the document or by any of its operations
     */
    static int check(Document document, Fragments fragments, DocumentLimits limits) {
        FragmentDefinition circular = fragments.circular();
        if (circular != null) {
            throw new DocumentRefused(Refusal.at(
                    circular.getSourceLocation(),
                    RequestCode.GRAPHQL_VALIDATION_FAILED,
                    "Fragment '" + circular.getName() + "' spreads itself, directly or through others"));
        }
        Structure structure = new Structure(limits);
        structure.count(document);
        structure.most("document", null, "aliases", structure.aliases, limits.aliases(), TOO_MANY_ALIASES);
        structure.most("document", null, "directives", structure.directives, limits.directives(), TOO_MANY_DIRECTIVES);
        List<OperationDefinition> operations = document.getDefinitionsOfType(OperationDefinition.class);
        structure.most("document", null, "operations", operations.size(), limits.rootFields(), TOO_MANY_ROOT_FIELDS);
        for (OperationDefinition operation : operations) {
            if (!structure.refusals.isEmpty()) {
                break;
            }
            structure.check(operation, fragments.figures(operation.getSelectionSet()));
        }
        if (!structure.refusals.isEmpty()) {
            throw new DocumentRefused(structure.refusals);
        }
        return structure.nodes;
    }

    private void count(Node<?> node) {
        nodes++;
        aliases += node instanceof Field field && field.getAlias() != null ? 1 : 0;
        directives += node instanceof Directive ? 1 : 0;
        node.getChildren().forEach(this::count);
    }

    private void check(OperationDefinition operation, Figures figures) {
        SourceLocation place = operation.getSourceLocation();
        if (figures.depth() > limits.depth()) {
            refuse(
                    place,
                    TOO_DEEP,
                    "The operation is " + figures.depth() + " levels deep; at most " + limits.depth() + " are allowed");
        } else if (figures.nesting() > (long) limits.depth() * NESTING_PER_DEPTH) {
            refuse(
                    place,
                    TOO_DEEP,
                    "The operation nests fragments " + figures.nesting() + " levels deep; at most "
                            + limits.depth() * NESTING_PER_DEPTH + " are allowed");
        }
        most("operation", place, "aliases", figures.aliases(), limits.aliases(), TOO_MANY_ALIASES);
        most("operation", place, "root fields", figures.top(), limits.rootFields(), TOO_MANY_ROOT_FIELDS);
        most("operation", place, "fields", figures.fields(), (long) limits.tokens() * FIELDS_PER_TOKEN, COST_TOO_HIGH);
        if (figures.asksForTheSchema()) {
            checkIntrospection(place, figures);
        }
    }

    /** Stricter than graphql-java's own check while it executes, which so never has to refuse; its refusal has no code. */
    private void checkIntrospection(@Nullable SourceLocation place, Figures figures) {
        if (!limits.introspection()) {
            refuse(place, INTROSPECTION_DISABLED, "Introspection is switched off; __typename is answered always");
        } else if (figures.goesInCircles()
                || figures.fields() > GoodFaithIntrospection.GOOD_FAITH_MAX_FIELDS_COUNT
                || figures.depth() > GoodFaithIntrospection.GOOD_FAITH_MAX_DEPTH_COUNT) {
            refuse(
                    place,
                    INTROSPECTION_TOO_LARGE,
                    "Introspection may name each of " + String.join(", ", Figures.INTROSPECTION)
                            + " once, with at most " + GoodFaithIntrospection.GOOD_FAITH_MAX_FIELDS_COUNT
                            + " fields and "
                            + GoodFaithIntrospection.GOOD_FAITH_MAX_DEPTH_COUNT + " levels in the operation");
        }
    }

    private void most(
            String whole, @Nullable SourceLocation place, String what, long count, long most, RequestCode code) {
        if (count > most) {
            refuse(place, code, "The " + whole + " has " + count + " " + what + "; at most " + most + " are allowed");
        }
    }

    private void refuse(@Nullable SourceLocation place, RequestCode code, String message) {
        refusals.add(Refusal.at(place, code, message));
    }
}
