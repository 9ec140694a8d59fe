package io.goaltree.kpi;

import java.util.List;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

@Input("KpiValuesRecordInput")
@NullUnmarked
public class KpiValuesRecordInput {
    @NonNull
    public List<@NonNull KpiValueInput> values;

    public RecordMode mode;
    public String idempotencyKey;
}
