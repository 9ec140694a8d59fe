package io.goaltree.checkin;

import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.edge.NodeSource;
import io.goaltree.edge.Page;
import io.goaltree.edge.PageRequest;
import io.goaltree.edge.Position;
import io.goaltree.team.Person;
import io.goaltree.team.PersonService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads check-ins. */
@ApplicationScoped
public class CheckInAnswers implements NodeSource {
    private final CheckInStore checkIns;
    private final PersonService people;

    CheckInAnswers(CheckInStore checkIns, PersonService people) {
        this.checkIns = checkIns;
        this.people = people;
    }

    @Override
    public Kind kind() {
        return Kind.CHECK_IN;
    }

    public CheckIn one(UUID id) {
        return Objects.requireNonNull(nodesById(List.of(id)).get(id));
    }

    @Override
    public Map<UUID, CheckIn> nodesById(Collection<UUID> ids) {
        List<CheckInEntity> rows = checkIns.byIds(ids);
        Map<UUID, Person> authors = authors(rows);
        Map<UUID, CheckIn> answers = new HashMap<>();
        rows.forEach(row -> answers.put(row.id, answer(row, authors)));
        return answers;
    }

    /** The same page of each of these key results, by a fixed number of statements. */
    Map<UUID, Page<CheckIn>> pages(Set<UUID> keyResults, PageRequest page) {
        Map<UUID, List<CheckInEntity>> found = checkIns.pages(keyResults, page);
        Map<UUID, Person> authors =
                authors(found.values().stream().flatMap(List::stream).toList());
        Map<UUID, Page<CheckIn>> pages = new HashMap<>();
        keyResults.forEach(id ->
                pages.put(id, Page.cut(page, found.getOrDefault(id, List.of())).map(row -> answer(row, authors))));
        return pages;
    }

    static Position position(CheckIn checkIn) {
        return new Position(checkIn.measuredAt().toString(), Ids.uuid(Kind.CHECK_IN, checkIn.id()));
    }

    private Map<UUID, Person> authors(List<CheckInEntity> rows) {
        return people.nodesById(
                rows.stream().map(row -> row.authorId).filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    private static CheckIn answer(CheckInEntity row, Map<UUID, Person> authors) {
        return new CheckIn(
                Ids.of(Kind.CHECK_IN, row.id),
                row.value,
                row.confidence,
                row.note,
                row.measuredAt,
                row.recordedAt,
                row.authorId == null ? null : authors.get(row.authorId));
    }
}
