package io.goaltree.review;

import io.goaltree.behaviour.Behaviour;
import io.goaltree.behaviour.Gaps;
import io.goaltree.behaviour.Gaps.Gap;
import io.goaltree.behaviour.Gaps.Ranked;
import io.goaltree.kpi.KeptBehaviours;
import io.goaltree.kpi.Kpi;
import io.goaltree.kpi.KpiAnswers;
import io.goaltree.kpi.KpiBehaviourAnswers;
import io.goaltree.kpi.KpisOutside;
import io.goaltree.kpi.KpisOutside.Outside;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ranks the KPIs that are out of their healthy range: a fixed number of statements, however many there are. */
@ApplicationScoped
public class KpiGaps {
    private final KpisOutside outside;
    private final KeptBehaviours behaviours;
    private final KpiBehaviourAnswers asked;
    private final KpiAnswers kpis;
    private final RecommendedGaps recommended;

    KpiGaps(
            KpisOutside outside,
            KeptBehaviours behaviours,
            KpiBehaviourAnswers asked,
            KpiAnswers kpis,
            RecommendedGaps recommended) {
        this.asked = asked;
        this.outside = outside;
        this.behaviours = behaviours;
        this.kpis = kpis;
        this.recommended = recommended;
    }

    /** The first of the ranking, in its order; recommended are the first of the whole ranking. */
    List<KpiGap> of(@Nullable String team, int first) {
        List<Outside> found = outside.of(team);
        Map<UUID, Behaviour> behaviourById =
                behaviours.of(found.stream().map(Outside::id).toList());
        Map<String, UUID> ids = new HashMap<>();
        List<Gap> gaps = new ArrayList<>();
        for (Outside it : found) {
            ids.put(it.key(), it.id());
            gaps.add(new Gap(it.key(), it.distance(), Objects.requireNonNull(behaviourById.get(it.id()))));
        }
        List<Ranked> shown =
                Gaps.ranked(gaps, recommended.most()).stream().limit(first).toList();
        Map<UUID, Kpi> answers =
                kpis.nodesById(shown.stream().map(it -> ids.get(it.gap().key())).toList());
        answers.values().stream().findFirst().ifPresent(any -> asked.know(any.batch(), behaviourById));
        return shown.stream()
                .map(it -> answer(
                        it, Objects.requireNonNull(answers.get(ids.get(it.gap().key())))))
                .toList();
    }

    private static KpiGap answer(Ranked ranked, Kpi kpi) {
        Behaviour behaviour = ranked.gap().behaviour();
        return new KpiGap(
                kpi,
                ranked.gap().distance(),
                ranked.inSigmas() == null ? null : ranked.inSigmas().doubleValue(),
                behaviour.verdict(),
                behaviour.direction(),
                ranked.gap().isReal(),
                ranked.isRecommended());
    }
}
