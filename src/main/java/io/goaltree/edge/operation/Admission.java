package io.goaltree.edge.operation;

import graphql.language.OperationDefinition;
import io.goaltree.access.Right;
import io.goaltree.access.Rule;
import io.goaltree.access.Rules;
import io.goaltree.access.Who;
import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.limits.ReadOperation;
import io.goaltree.edge.limits.RequestCode;
import io.goaltree.edge.limits.Selected;
import java.util.Map;
import java.util.Set;

/**
 * Who may have an operation executed. Mutations are judged one by one when their turn comes; here it is only seen to that they
 * are no way to read for those who may not.
 */
public final class Admission {
    /** What tells writers what became of what they wrote, beside the payload itself. */
    private static final Set<String> TOLD = Set.of("UserError", "KpiValueResult");

    /** What everybody may know of an object they wrote to: how to name it, and what to expect of it next time. */
    private static final Set<String> BARE = Set.of("id", "version", "__typename");

    private Admission() {}

    /** @throws DocumentRefused when the caller is unknown, or lacks a right */
    public static void require(ReadOperation operation, Who who) {
        requireKnown(who);
        if (who.may(Right.ADMIN)) {
            return;
        }
        Selected selected = operation.selected();
        if (operation.kind() != OperationDefinition.Operation.MUTATION) {
            Map<String, Rule> table =
                    operation.kind() == OperationDefinition.Operation.QUERY ? Rules.queries() : Rules.subscriptions();
            selected.root().stream()
                    .filter(field -> !field.startsWith("__"))
                    .sorted()
                    .forEach(field -> require(field, Rules.of(table, field), who));
        }
        if (!who.may(Right.READ)) {
            selected.fields().forEach((type, fields) -> requireBare(selected, type, fields));
        }
    }

    /** @throws DocumentRefused when nobody knows the caller */
    static void requireKnown(Who who) {
        if (who.kind() == Who.Kind.NOBODY) {
            throw new DocumentRefused(RequestCode.UNAUTHENTICATED, "Your credentials are missing; show some");
        }
    }

    private static void require(String field, Rule rule, Who who) {
        Right right = rule.right();
        if (right != null && !who.may(right)) {
            throw refused("'" + field + "'", right);
        }
    }

    private static void requireBare(Selected selected, String type, Set<String> fields) {
        if (type.startsWith("__") || selected.rootTypes().contains(type) || TOLD.contains(type)) {
            return;
        }
        fields.stream()
                .filter(field -> !BARE.contains(field))
                .sorted()
                .findFirst()
                .ifPresent(field -> {
                    throw refused("'" + type + "." + field + "'", Right.READ);
                });
    }

    private static DocumentRefused refused(String what, Right right) {
        return new DocumentRefused(
                RequestCode.NOT_ALLOWED, what + " needs the right " + right + "; you do not have it");
    }
}
