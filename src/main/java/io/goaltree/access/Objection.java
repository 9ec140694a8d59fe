package io.goaltree.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a caller must not do what they ask for.
 *
 * @param missing what they asked about that they do not see; null when they are not allowed
 * @param message what they lack; empty when something is missing
 */
public record Objection(
        List<String> path,
        @Nullable Integer index,
        @Nullable Named missing,
        String message) {

    static Objection notFound(Named named) {
        return new Objection(named.path(), named.index(), named, "");
    }

    static Objection right(Rule rule) {
        return new Objection(
                List.of("input"),
                null,
                null,
                rule.name() + " needs the right " + rule.right() + "; you do not have it");
    }

    static Objection everywhere(Rule rule) {
        return new Objection(
                List.of("input"),
                null,
                null,
                rule.name() + " needs the right " + rule.right() + " everywhere; yours goes to some teams only");
    }

    static Objection reach(Rule rule, Named named) {
        String what = named.reference() == null ? "what belongs to no team" : "'" + named.reference() + "'";
        return new Objection(
                named.path(),
                named.index(),
                null,
                "Your right " + rule.right() + " does not reach " + what + "; it goes to some teams only");
    }
}
