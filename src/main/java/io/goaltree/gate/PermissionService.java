package io.goaltree.gate;

import io.goaltree.access.Decision;
import io.goaltree.access.Named;
import io.goaltree.access.Need;
import io.goaltree.access.Objection;
import io.goaltree.access.Place;
import io.goaltree.access.Rule;
import io.goaltree.access.Subject;
import io.goaltree.access.Thing;
import io.goaltree.access.Who;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.gate.InputReading.Given;
import io.goaltree.shared.Check;
import io.goaltree.shared.Problem;
import io.goaltree.shared.UserErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides whether a caller may have a mutation carried out. */
@ApplicationScoped
public class PermissionService {
    private final ReferenceStore references;

    PermissionService(ReferenceStore references) {
        this.references = references;
    }

    /**
     * Why they may not; nothing when they may. Of callers who do not see everything, all that their input names and they do not
     * see is refused here, also what nobody sees: so that nothing tells them one from the other.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Problem> problems(Who who, Rule rule, Object input) {
        InputReading reading = new InputReading(input);
        List<Named> unknown = named(rule, reading);
        Map<Kind, List<String>> wanted = new EnumMap<>(Kind.class);
        for (Named it : unknown) {
            if (it.reference() != null) {
                wanted.computeIfAbsent(Sighted.kind(it.subject(), it.reference()), kind -> new ArrayList<>())
                        .add(it.reference());
            }
        }
        Sighted sighted = references.find(wanted);
        List<Named> known = new ArrayList<>();
        for (Named it : unknown) {
            Thing thing = it.reference() == null ? null : sighted.thing(it.subject(), it.reference());
            if (it.subject() != Subject.KPI_OF_KEY_RESULT || thing != null) {
                known.add(new Named(it.subject(), it.path(), it.index(), it.reference(), it.need(), thing));
            }
        }
        return Decision.objections(who, rule, known).stream()
                .map(PermissionService::problem)
                .toList();
    }

    /** Which of these ids name something that the caller sees. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Set<String> seen(Collection<String> ids) {
        Map<Kind, List<String>> wanted = new EnumMap<>(Kind.class);
        ids.forEach(id -> Ids.kind(id)
                .ifPresent(kind ->
                        wanted.computeIfAbsent(kind, it -> new ArrayList<>()).add(id)));
        Sighted sighted = references.find(wanted);
        return ids.stream()
                .filter(id -> Ids.kind(id).filter(kind -> sighted.has(kind, id)).isPresent())
                .collect(Collectors.toSet());
    }

    private static List<Named> named(Rule rule, InputReading reading) {
        List<Named> named = new ArrayList<>();
        for (Place place : rule.places()) {
            Need need = place.need();
            if (need == Need.WITHIN_IF_COUNTED) {
                need = reading.isCounted() ? Need.WITHIN : Need.SEEN;
            }
            for (Given given : reading.at(place)) {
                named.add(new Named(place.subject(), given.path(), given.index(), given.reference(), need, null));
            }
        }
        return named;
    }

    private static Problem problem(Objection objection) {
        Named missing = objection.missing();
        if (missing == null) {
            return new Problem(UserErrorCode.NOT_ALLOWED, objection.message(), objection.path(), objection.index());
        }
        String reference = Objects.requireNonNull(missing.reference());
        Check check = Check.of();
        Ids.notFound(check, Sighted.kind(missing.subject(), reference), reference);
        Problem found = check.problems().get(0);
        return new Problem(found.code(), found.message(), objection.path(), objection.index());
    }
}
