package io.goaltree.tree;

import io.goaltree.scoring.ProgressStatus;
import io.smallrye.graphql.api.DefaultNonNull;

/** How many objectives have a status. */
@DefaultNonNull
public record StatusCount(ProgressStatus status, int count) {}
