package io.goaltree.team;

import static io.goaltree.shared.UserErrorCode.DUPLICATE_KEY;
import static io.goaltree.shared.UserErrorCode.INVALID_VALUE;
import static io.goaltree.shared.UserErrorCode.NOT_ALLOWED;

import io.goaltree.access.Asking;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.edge.NodeSource;
import io.goaltree.edge.Page;
import io.goaltree.edge.PageRequest;
import io.goaltree.edge.Position;
import io.goaltree.edge.Versions;
import io.goaltree.shared.Check;
import io.goaltree.shared.Outcome;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides on people. */
@ApplicationScoped
public class PersonService implements NodeSource {
    private static final int NAME_LENGTH = 200;
    private static final int EMAIL_LENGTH = 254;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");

    private final PersonStore people;
    private final TeamService teams;
    private final Now now;

    PersonService(PersonStore people, TeamService teams, Now now) {
        this.people = people;
        this.teams = teams;
        this.now = now;
    }

    @Override
    public Kind kind() {
        return Kind.PERSON;
    }

    @Transactional
    public Outcome<Person> create(PersonCreateInput input) {
        Check check = Check.of("input");
        String name = check.text("name", input.name, NAME_LENGTH);
        String email = email(check, input.email);
        Set<UUID> memberOf = teams(check, input.teams);
        if (!check.failed()) {
            refuseTakenEmail(check, email, null);
        }
        if (check.failed()) {
            return Outcome.refused(check.problems());
        }
        PersonEntity person = new PersonEntity();
        person.name = name;
        person.email = email;
        person.teamIds.addAll(memberOf);
        person.createdAt = now.instant();
        person.updatedAt = person.createdAt;
        people.persistAndFlush(person);
        return Outcome.done(answer(person.id));
    }

    @Transactional
    public Outcome<Person> update(PersonUpdateInput input) {
        Check check = Check.of("input");
        PersonEntity person = Ids.read(check, "id", Kind.PERSON, input.id)
                .map(people::findById)
                .orElse(null);
        if (person == null) {
            return Outcome.refused(check.failed() ? check.problems() : Ids.absent(check, "id", Kind.PERSON, input.id));
        }
        Versions.compare(check, input.expectedVersion, person.version);
        String name = input.name == null ? person.name : check.text("name", input.name.orElse(null), NAME_LENGTH);
        String email = input.email == null ? person.email : email(check, input.email.orElse(null));
        Set<UUID> memberOf = input.areTeamsGiven() ? teams(check, input.getTeams()) : person.teamIds;
        refuseTakenEmail(check, email, person.id);
        if (!email.equals(person.email) && Asking.current().who().isLimited()) {
            check.refuse(
                    NOT_ALLOWED,
                    "Email is what people are known by, also in other teams; to change it you must reach everywhere",
                    "email");
        }
        if (check.failed()) {
            return Versions.refused(check, () -> answer(person.id));
        }
        person.name = name;
        person.email = email;
        person.teamIds.retainAll(memberOf);
        person.teamIds.addAll(memberOf);
        person.updatedAt = now.instant();
        people.flush();
        return Outcome.done(answer(person.id));
    }

    /** The row behind an id of an input, empty when none was given; reports NOT_FOUND when it names nobody. */
    public Optional<UUID> reference(Check check, String field, @Nullable String id) {
        if (id == null) {
            return Optional.empty();
        }
        Optional<UUID> found = Ids.parse(Kind.PERSON, id).filter(it -> people.findById(it) != null);
        if (found.isEmpty()) {
            Ids.notFound(check, field, Kind.PERSON, id);
        }
        return found;
    }

    /** Who has an e-mail address, in upper or lower case, and how far their teams go. */
    @Transactional
    public Optional<Membership> membership(String email) {
        return Membership.of(people.reachByEmail(email));
    }

    @Transactional
    public Optional<Membership> membership(UUID person) {
        return Membership.of(people.reachById(person));
    }

    @Override
    public Map<UUID, Person> nodesById(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : answers(people.byIds(ids));
    }

    Page<Person> page(PageRequest request) {
        List<PersonEntity> found = people.page(request);
        Map<UUID, Person> answers = found.isEmpty() ? Map.of() : answers(found);
        return Page.cut(request, found).map(person -> answers.get(person.id));
    }

    static Position position(Person person) {
        return new Position(person.name(), Ids.uuid(Kind.PERSON, person.id()));
    }

    private Person answer(UUID id) {
        return Objects.requireNonNull(nodesById(List.of(id)).get(id));
    }

    private Map<UUID, Person> answers(List<PersonEntity> found) {
        Map<UUID, Set<UUID>> memberOf =
                people.teamIds(found.stream().map(person -> person.id).toList());
        Set<UUID> teamIds = new HashSet<>();
        memberOf.values().forEach(teamIds::addAll);
        Map<UUID, Team> known = teams.nodesById(teamIds);
        Map<UUID, Person> answers = new HashMap<>();
        for (PersonEntity person : found) {
            List<Team> own = memberOf.getOrDefault(person.id, Set.of()).stream()
                    .map(known::get)
                    .sorted(Comparator.comparing(Team::key))
                    .toList();
            answers.put(
                    person.id,
                    new Person(Ids.of(Kind.PERSON, person.id), person.name, person.email, own, person.version));
        }
        return answers;
    }

    private Set<UUID> teams(Check check, @Nullable List<String> references) {
        Set<UUID> found = new HashSet<>();
        List<String> given = references == null ? List.of() : references;
        for (int i = 0; i < given.size(); i++) {
            teams.reference(check.inside("teams"), String.valueOf(i), given.get(i))
                    .ifPresent(found::add);
        }
        return found;
    }

    private static String email(Check check, @Nullable String value) {
        String email = check.text("email", value, EMAIL_LENGTH);
        if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
            check.refuse(INVALID_VALUE, "Email '" + Check.shortened(email) + "' is not an e-mail address", "email");
        }
        return email;
    }

    private void refuseTakenEmail(Check check, String email, @Nullable UUID self) {
        people.byEmail(email).filter(other -> !other.id.equals(self)).ifPresent(other -> {
            check.refuse(DUPLICATE_KEY, "Email '" + email + "' is taken already", "email");
        });
    }
}
