package io.goaltree.edge;

import io.goaltree.shared.Problem;
import io.goaltree.shared.UserErrorCode;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** A {@link Problem} as callers see it. */
@DefaultNonNull
public record UserError(
        UserErrorCode code,
        String message,
        List<@NonNull String> path,
        @Nullable Integer index) {

    public static UserError of(Problem problem) {
        return new UserError(problem.code(), problem.message(), problem.path(), problem.index());
    }

    public static List<UserError> of(List<Problem> problems) {
        return problems.stream().map(UserError::of).toList();
    }
}
