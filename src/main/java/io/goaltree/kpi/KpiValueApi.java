package io.goaltree.kpi;

import io.goaltree.edge.Attempts;
import io.goaltree.edge.Guarded;
import io.goaltree.edge.PageRequest;
import io.goaltree.edge.Pages;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The door to the values of KPIs. */
@GraphQLApi
public class KpiValueApi {
    private static final int MOST_ITEMS = 1_000;

    private final KpiValueService values;
    private final KpiValueAnswers answers;
    private final KpiAnswers kpis;
    private final Pages pages;

    KpiValueApi(KpiValueService values, KpiValueAnswers answers, KpiAnswers kpis, Pages pages) {
        this.values = values;
        this.answers = answers;
        this.kpis = kpis;
        this.pages = pages;
    }

    @NonNull
    public KpiValueConnection values(
            @Source Kpi kpi,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before) {
        String list = "values " + kpi.id() + " " + from + ".." + to;
        PageRequest page = pages.read(list, first, after, last, before);
        return answers.page(kpi, from, to, page)
                .connect(
                        value -> pages.cursor(page, KpiValueAnswers.position(value)),
                        KpiValueEdge::new,
                        KpiValueConnection::new);
    }

    @NonNull
    public Kpi kpi(@Source KpiValue value) {
        return kpis.oneOf(value.kpis(), value.kpiId());
    }

    @NonNull
    public List<@NonNull KpiValueRevision> revisions(@Source KpiValue value) {
        return answers.revisions(value);
    }

    @Guarded
    @Mutation
    @NonNull
    public KpiValuesPayload kpiValuesRecord(@NonNull KpiValuesRecordInput input) {
        RecordMode mode = input.mode == null ? RecordMode.PARTIAL : input.mode;
        List<ValueToRecord> given =
                input.values.stream().map(KpiValueApi::toRecord).toList();
        RecordCall call = new RecordCall(given, mode, input.idempotencyKey, MOST_ITEMS);
        return Attempts.attempt(() -> values.record(call)).fold(this::payload, KpiValuesPayload::refused);
    }

    private KpiValuesPayload payload(Recording recording) {
        Set<UUID> ids = recording.results().stream()
                .map(Recorded::valueId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return KpiValuesPayload.of(recording, answers.nodesById(ids));
    }

    private static ValueToRecord toRecord(KpiValueInput given) {
        return new ValueToRecord(
                given.kpi, given.at, given.value.toString(), given.unit, given.note, given.source, null);
    }
}
