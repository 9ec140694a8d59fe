package io.goaltree.review;

import io.goaltree.behaviour.Behaviour;
import io.goaltree.edge.Batch;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.edge.NodeSource;
import io.goaltree.edge.Page;
import io.goaltree.edge.PageRequest;
import io.goaltree.edge.Position;
import io.goaltree.kpi.Kpi;
import io.goaltree.kpi.KpiAnswers;
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

/** Reads reviews, always for all KPIs or all reviews that were loaded together. */
@ApplicationScoped
public class KpiReviewAnswers implements NodeSource {
    /** One page of reviews as asked of several KPIs; without the list's name, which differs from KPI to KPI. */
    private record Question(int size) {}

    private final KpiReviewStore reviews;
    private final KpiAnswers kpis;
    private final PersonService people;

    KpiReviewAnswers(KpiReviewStore reviews, KpiAnswers kpis, PersonService people) {
        this.reviews = reviews;
        this.kpis = kpis;
        this.people = people;
    }

    @Override
    public Kind kind() {
        return Kind.KPI_REVIEW;
    }

    KpiReview one(UUID id) {
        return Objects.requireNonNull(nodesById(List.of(id)).get(id));
    }

    @Override
    public Map<UUID, KpiReview> nodesById(Collection<UUID> ids) {
        List<KpiReviewEntity> rows = ids.isEmpty() ? List.of() : reviews.byIds(ids);
        Batch batch = batch(rows);
        Batch reviewed = new Batch(rows.stream().map(row -> row.kpiId).toList());
        Map<UUID, Person> authors = authors(rows);
        Map<UUID, KpiReview> answers = new HashMap<>();
        rows.forEach(row -> answers.put(row.id, answer(row, authors, batch, reviewed)));
        return answers;
    }

    Kpi kpiOf(KpiReview review) {
        return kpis.oneOf(review.kpis(), review.kpiId());
    }

    /**
     * One page of a KPI's reviews, newest first. The first page is loaded for all siblings in one statement; a page after
     * a cursor for this KPI alone, because a cursor is good for one KPI's list only.
     */
    Page<KpiReview> page(Kpi kpi, PageRequest request) {
        UUID id = Ids.uuid(Kind.KPI, kpi.id());
        Map<UUID, Page<KpiReview>> pages = request.from() == null
                ? kpi.batch().once(new Question(request.size()), siblings -> pages(siblings, kpi.batch(), request))
                : kpi.batch().read(() -> pages(Set.of(id), kpi.batch(), request));
        return Objects.requireNonNull(pages.get(id));
    }

    static Position position(KpiReview review) {
        return new Position(review.recordedAt().toString(), Ids.uuid(Kind.KPI_REVIEW, review.id()));
    }

    private Map<UUID, Page<KpiReview>> pages(Set<UUID> siblings, Batch reviewed, PageRequest request) {
        Map<UUID, List<KpiReviewEntity>> rows = reviews.pages(siblings, request);
        List<KpiReviewEntity> all = rows.values().stream().flatMap(List::stream).toList();
        Batch batch = batch(all);
        Map<UUID, Person> authors = authors(all);
        Map<UUID, Page<KpiReview>> pages = new HashMap<>();
        siblings.forEach(kpi -> pages.put(
                kpi,
                Page.cut(request, rows.getOrDefault(kpi, List.of()))
                        .map(row -> answer(row, authors, batch, reviewed))));
        return pages;
    }

    private static Batch batch(List<KpiReviewEntity> rows) {
        return new Batch(rows.stream().map(row -> row.id).toList());
    }

    private Map<UUID, Person> authors(List<KpiReviewEntity> rows) {
        return people.nodesById(
                rows.stream().map(row -> row.authorId).filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    private static KpiReview answer(KpiReviewEntity row, Map<UUID, Person> authors, Batch batch, Batch reviewed) {
        Behaviour seen = BehaviourText.read(row.behaviour);
        return new KpiReview(
                Ids.of(Kind.KPI_REVIEW, row.id),
                row.whatChanged,
                row.whyItMatters,
                row.whatToTestNext,
                row.decision,
                row.health,
                seen.verdict(),
                seen.since(),
                seen.direction(),
                row.recordedAt,
                row.authorId == null ? null : authors.get(row.authorId),
                row.kpiId,
                seen,
                batch,
                reviewed);
    }
}
