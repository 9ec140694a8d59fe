package io.goaltree.gate;

import io.goaltree.access.Callers;
import io.goaltree.access.Who;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All ways to know callers. Whom nobody knows is not let in. */
@ApplicationScoped
class Witnesses implements Callers {
    private final List<Witness> all;
    private final Openness openness;

    Witnesses(@All List<Witness> all, Openness openness) {
        this.all = all;
        this.openness = openness;
    }

    /** Who shows this; empty when it is not good. May block. */
    Optional<Who> who(Credential credential) {
        return all.stream()
                .filter(witness -> witness.isFor(credential))
                .findFirst()
                .flatMap(witness -> witness.who(credential));
    }

    @Override
    public Optional<Who> again(Who who) {
        if (who.kind() == Who.Kind.EVERYBODY) {
            return openness.onLoopback() ? Optional.of(who) : Optional.empty();
        }
        return all.stream().filter(witness -> witness.knows(who)).findFirst().flatMap(witness -> witness.again(who));
    }

    @Override
    public Set<Who> gone(Collection<Who> callers) {
        List<Who> left = new ArrayList<>(callers);
        Set<Who> gone = new HashSet<>();
        if (openness.onLoopback()) {
            left.removeIf(who -> who.kind() == Who.Kind.EVERYBODY);
        }
        for (Witness witness : all) {
            List<Who> known = left.stream().filter(witness::knows).toList();
            if (!known.isEmpty()) {
                gone.addAll(witness.gone(known));
                left.removeAll(known);
            }
        }
        gone.addAll(left);
        return gone;
    }
}
