package io.goaltree.keyresult;

import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** A weighted list of steps, each done or not. */
@DefaultNonNull
public record MilestoneMeasure(List<@NonNull Milestone> milestones) implements Measure {}
