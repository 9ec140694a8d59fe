package io.goaltree.review;

import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

@Input("KpiReviewRecordInput")
@NullUnmarked
public class KpiReviewRecordInput {
    @NonNull
    public String kpi;

    @NonNull
    public String whatChanged;

    public String whyItMatters;

    public String whatToTestNext;

    @NonNull
    public ReviewDecision decision;
}
