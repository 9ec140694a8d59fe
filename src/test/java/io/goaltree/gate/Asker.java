package io.goaltree.gate;

import io.goaltree.As;
import io.goaltree.access.Right;
import io.goaltree.access.Rule;
import io.goaltree.access.Who;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One kind of caller.
 *
 * @param isWithin whether the right goes as far as what is planted
 */
record Asker(String name, Who who, boolean isWithin) {

    /** Nobody; and each single right, beside the team that is planted, within it and everywhere. */
    static List<Asker> all(Planted planted) {
        List<Asker> all = new ArrayList<>();
        all.add(new Asker("nobody", Who.NOBODY, false));
        for (Right right : Right.values()) {
            all.add(new Asker(right + " beside", As.bound(Set.of(right), planted.beside), false));
            all.add(new Asker(right + " within", As.bound(Set.of(right), planted.team), true));
            all.add(new Asker(right + " everywhere", As.unbound(right), true));
        }
        return all;
    }

    boolean isNobody() {
        return who.kind() == Who.Kind.NOBODY;
    }

    /** By the table alone. */
    boolean mayWrite(Rule rule) {
        boolean isRight = who.may(Objects.requireNonNull(rule.right()));
        boolean isFarEnough = switch (rule.scope()) {
            case ITEMS -> true;
            case EVERYWHERE -> !who.isLimited();
            default -> isWithin;
        };
        return isRight && isFarEnough;
    }
}
