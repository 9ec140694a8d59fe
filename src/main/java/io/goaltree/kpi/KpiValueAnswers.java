package io.goaltree.kpi;

import io.goaltree.edge.Batch;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.edge.NodeSource;
import io.goaltree.edge.Page;
import io.goaltree.edge.PageRequest;
import io.goaltree.edge.Position;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads values, always for all KPIs or all values that were loaded together. */
@ApplicationScoped
public class KpiValueAnswers implements NodeSource {
    private static final String REVISIONS = "revisions";

    /** One page of values as asked of several KPIs; without the list's name, which differs from KPI to KPI. */
    private record Question(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            int size,
            boolean backward,
            @Nullable Position after) {}

    private final KpiValueStore values;

    KpiValueAnswers(KpiValueStore values) {
        this.values = values;
    }

    @Override
    public Kind kind() {
        return Kind.KPI_VALUE;
    }

    @Override
    public Map<UUID, KpiValue> nodesById(Collection<UUID> ids) {
        List<KpiValueEntity> rows = ids.isEmpty() ? List.of() : values.byIds(ids);
        Batch batch = new Batch(rows.stream().map(row -> row.id).toList());
        Batch kpis = new Batch(rows.stream().map(row -> row.kpiId).toList());
        Map<UUID, KpiValue> answers = new HashMap<>();
        rows.forEach(row -> answers.put(row.id, KpiValue.of(row, batch, kpis)));
        return answers;
    }

    /**
     * One page of a KPI's values. The first page is loaded for all siblings in one statement; a page after a cursor for
     * this KPI alone, because a cursor is good for one KPI's list only.
     *
     * @param from a period counts by its first day: this day or later
     * @param to this day or earlier
     */
    Page<KpiValue> page(Kpi kpi, @Nullable LocalDate from, @Nullable LocalDate to, PageRequest request) {
        UUID id = Ids.uuid(Kind.KPI, kpi.id());
        Question question = new Question(from, to, request.size(), request.backward(), request.from());
        Map<UUID, Page<KpiValue>> pages = kpi.batch()
                .once(
                        question,
                        siblings -> pages(request.from() == null ? siblings : Set.of(id), kpi, from, to, request));
        Page<KpiValue> none = Page.cut(request, List.of());
        return pages.getOrDefault(id, none);
    }

    static Position position(KpiValue value) {
        return new Position(value.periodStart().toString(), Ids.uuid(Kind.KPI_VALUE, value.id()));
    }

    List<KpiValueRevision> revisions(KpiValue value) {
        Map<UUID, List<KpiValueRevision>> all = value.batch().once(REVISIONS, values::revisions);
        return all.getOrDefault(Ids.uuid(Kind.KPI_VALUE, value.id()), List.of());
    }

    private Map<UUID, Page<KpiValue>> pages(
            Set<UUID> kpis, Kpi one, @Nullable LocalDate from, @Nullable LocalDate to, PageRequest request) {
        Map<UUID, List<KpiValueEntity>> rows = values.pages(kpis, from, to, request);
        Batch batch = new Batch(rows.values().stream()
                .flatMap(List::stream)
                .map(value -> value.id)
                .toList());
        Map<UUID, Page<KpiValue>> pages = new HashMap<>();
        rows.forEach((kpi, found) ->
                pages.put(kpi, Page.cut(request, found).map(row -> KpiValue.of(row, batch, one.batch()))));
        return pages;
    }
}
