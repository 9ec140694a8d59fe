package io.goaltree.access;

import java.util.ArrayList;
import java.util.List;

/** Whether a caller may do what they ask for, before anything else is decided. */
public final class Decision {
    private Decision() {}

    /** Whether nothing that an input may name could make a difference. */
    public static boolean isFree(Who who, Rule rule) {
        return rule.isGrantedTo(who) && (rule.scope() == Rule.Scope.ITEMS || !who.isLimited());
    }

    /**
     * What speaks against it; nothing when they may. Who has not the right learns nothing of what they named.
     *
     * @param named all that the places of the rule hold
     */
    public static List<Objection> objections(Who who, Rule rule, List<Named> named) {
        if (isFree(who, rule)) {
            return List.of();
        }
        boolean isOwn = rule.scope() == Rule.Scope.PLACES_OR_OWN
                && !named.isEmpty()
                && named.stream().allMatch(it -> it.isOwnOf(who));
        if (isOwn) {
            return List.of();
        }
        if (!rule.isGrantedTo(who)) {
            return List.of(Objection.right(rule));
        }
        if (rule.scope() == Rule.Scope.EVERYWHERE) {
            return List.of(Objection.everywhere(rule));
        }
        List<Objection> objections = new ArrayList<>();
        for (Named it : named) {
            if (it.reference() != null && it.thing() == null) {
                objections.add(Objection.notFound(it));
            } else if (it.need() == Need.WITHIN && !it.isWithin(who.reach())) {
                objections.add(Objection.reach(rule, it));
            }
        }
        return objections;
    }
}
