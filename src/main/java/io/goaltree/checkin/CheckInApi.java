package io.goaltree.checkin;

import io.goaltree.edge.Attempts;
import io.goaltree.edge.Guarded;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.edge.Page;
import io.goaltree.edge.PageRequest;
import io.goaltree.edge.Pages;
import io.goaltree.keyresult.KeyResult;
import io.smallrye.graphql.api.Nullable;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The door to check-ins. */
@GraphQLApi
public class CheckInApi {
    private record Question(int size, boolean backward) {}

    private final CheckInService checkIns;
    private final CheckInAnswers answers;
    private final Pages pages;

    CheckInApi(CheckInService checkIns, CheckInAnswers answers, Pages pages) {
        this.checkIns = checkIns;
        this.answers = answers;
        this.pages = pages;
    }

    /** Newest measured first; one statement for all key results that were loaded together. */
    @Name("checkIns")
    @NonNull
    public CheckInConnection checkIns(
            @Source KeyResult keyResult,
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before) {
        PageRequest page = pages.read("checkIns of " + keyResult.id(), first, after, last, before);
        UUID id = Ids.uuid(Kind.KEY_RESULT, keyResult.id());
        // A cursor belongs to one key result; only pages from either end can be the same for its siblings.
        Map<UUID, Page<CheckIn>> found = page.from() != null
                ? keyResult.batch().read(() -> answers.pages(Set.of(id), page))
                : keyResult.batch().once(new Question(page.size(), page.backward()), ids -> answers.pages(ids, page));
        return Objects.requireNonNull(found.get(id))
                .connect(
                        checkIn -> pages.cursor(page, CheckInAnswers.position(checkIn)),
                        CheckInEdge::new,
                        CheckInConnection::new);
    }

    @Guarded
    @Mutation
    @NonNull
    public CheckInPayload checkInRecord(@NonNull CheckInRecordInput input) {
        return CheckInPayload.of(Attempts.attempt(() -> checkIns.record(input)));
    }
}
