package io.goaltree.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller needs for one field of the schema's root, or one door beside it.
 *
 * @param name of the field or door
 * @param right null when everybody may who is known
 * @param scope how far the right has to go
 * @param places where the input names things, of a mutation
 */
public record Rule(String name, @Nullable Right right, Scope scope, List<Place> places) {

    /** How far a right has to go. */
    public enum Scope {
        /** As far as each place says. */
        PLACES,
        /** Everywhere: what is written belongs to no team. */
        EVERYWHERE,
        /** As far as each place says; but what is one's own one may write without the right, wherever it is. */
        PLACES_OR_OWN,
        /** As far as each item of a list needs; whoever reads the items refuses those beyond. */
        ITEMS
    }

    public Rule {
        places = List.copyOf(places);
    }

    static Rule needs(String name, Right right, Place... places) {
        return new Rule(name, right, Scope.PLACES, List.of(places));
    }

    static Rule everywhere(String name, Right right, Place... places) {
        return new Rule(name, right, Scope.EVERYWHERE, List.of(places));
    }

    static Rule orOwn(String name, Right right, Place... places) {
        return new Rule(name, right, Scope.PLACES_OR_OWN, List.of(places));
    }

    boolean isGrantedTo(Who who) {
        return right == null || who.may(right);
    }
}
