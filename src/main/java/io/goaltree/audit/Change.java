package io.goaltree.audit;

import io.goaltree.change.ChangeAction;
import io.goaltree.edge.Position;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** One change of one row, as callers see it. */
@DefaultNonNull
public record Change(
        Instant at,
        String by,
        ChangeAction action,
        String type,
        @Id @Nullable String of,
        List<@NonNull FieldChange> fields,
        @Ignore Position position) {}
