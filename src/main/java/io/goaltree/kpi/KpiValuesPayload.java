package io.goaltree.kpi;

import io.goaltree.edge.UserError;
import io.goaltree.shared.Problem;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of the items, in their order; empty when the call was refused as a whole. */
@DefaultNonNull
public record KpiValuesPayload(
        List<@NonNull KpiValueResult> results,
        int created,
        int updated,
        int unchanged,
        int rejected,
        boolean replayed,
        List<@NonNull UserError> userErrors) {

    static KpiValuesPayload of(Recording recording, Map<UUID, KpiValue> values) {
        List<KpiValueResult> results = new ArrayList<>();
        for (int i = 0; i < recording.results().size(); i++) {
            results.add(KpiValueResult.of(i, recording.results().get(i), values));
        }
        return new KpiValuesPayload(
                results,
                recording.count(RecordStatus.CREATED),
                recording.count(RecordStatus.UPDATED),
                recording.count(RecordStatus.UNCHANGED),
                recording.count(RecordStatus.REJECTED),
                recording.replayed(),
                List.of());
    }

    static KpiValuesPayload refused(List<Problem> problems) {
        List<UserError> errors = UserError.of(
                problems.stream().map(problem -> problem.within("input")).toList());
        return new KpiValuesPayload(List.of(), 0, 0, 0, 0, false, errors);
    }
}
