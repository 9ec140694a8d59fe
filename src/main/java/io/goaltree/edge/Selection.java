package io.goaltree.edge;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingFieldSelectionSet;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;

/** What is asked for below the field that is being answered. */
public final class Selection {
    private Selection() {}

    /** Whether any of these fields is asked for, at whatever depth. */
    public static boolean has(String... fields) {
        Context context = SmallRyeContextManager.getCurrentSmallRyeContext();
        if (context == null) {
            return false;
        }
        DataFetchingFieldSelectionSet asked =
                context.unwrap(DataFetchingEnvironment.class).getSelectionSet();
        for (String field : fields) {
            if (asked.containsAnyOf(field, "**/" + field)) {
                return true;
            }
        }
        return false;
    }
}
