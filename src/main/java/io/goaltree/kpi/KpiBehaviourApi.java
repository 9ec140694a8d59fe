package io.goaltree.kpi;

import io.goaltree.behaviour.Segment;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The door to what the values of KPIs say. */
@GraphQLApi
public class KpiBehaviourApi {
    private final KpiBehaviourAnswers answers;

    KpiBehaviourApi(KpiBehaviourAnswers answers) {
        this.answers = answers;
    }

    @NonNull
    public KpiBehaviour behaviour(@Source Kpi kpi, @Nullable Integer baselineSize) {
        return answers.of(kpi, baselineSize);
    }

    @NonNull
    public List<@NonNull KpiSegment> segments(@Source KpiBehaviour behaviour) {
        return behaviour.whole().get().segments().stream()
                .flatMap(segment -> Stream.ofNullable(segment.limits()).map(limits -> KpiSegment.of(segment, limits)))
                .toList();
    }

    @NonNull
    public List<@NonNull KpiSignal> signals(@Source KpiBehaviour behaviour) {
        return behaviour.whole().get().signals().stream().map(KpiSignal::of).toList();
    }

    public @Nullable GatheringSegment gathering(@Source KpiBehaviour behaviour) {
        List<Segment> segments = behaviour.whole().get().segments();
        Segment latest = segments.isEmpty() ? null : segments.get(segments.size() - 1);
        return latest == null || latest.limits() != null ? null : GatheringSegment.of(latest);
    }
}
