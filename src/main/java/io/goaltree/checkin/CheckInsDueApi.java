package io.goaltree.checkin;

import io.goaltree.keyresult.KeyResult;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The door to what is waiting for a check-in. */
@GraphQLApi
public class CheckInsDueApi {
    private final CheckInsDue due;

    CheckInsDueApi(CheckInsDue due) {
        this.due = due;
    }

    @Query
    @NonNull
    public List<@NonNull KeyResult> checkInsDue(@Nullable String team, @Nullable LocalDate on) {
        return due.of(team, on);
    }
}
