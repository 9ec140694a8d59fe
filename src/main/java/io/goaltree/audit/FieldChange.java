package io.goaltree.audit;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;

/** What one field said before a change and after it, as text. */
@DefaultNonNull
public record FieldChange(
        String name, @Nullable String before, @Nullable String after) {}
