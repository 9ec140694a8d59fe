package io.goaltree.kpi;

import io.goaltree.behaviour.Behaviour;
import io.goaltree.behaviour.Behaviours;
import io.goaltree.edge.Batch;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.edge.RequestRefused;
import io.goaltree.edge.Selection;
import io.goaltree.shared.UserErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers what the values of KPIs say, always for all KPIs that were loaded together. */
@ApplicationScoped
public class KpiBehaviourAnswers {
    private static final String VERDICTS = "verdicts";
    private static final String BEHAVIOURS = "behaviours";
    private static final int LARGEST_BASELINE = 1_000;

    /** What the values say when another number of them sets the limits. */
    private record Question(int baselineSize) {}

    private final KeptBehaviours kept;
    private final KpiBehaviours computed;

    KpiBehaviourAnswers(KeptBehaviours kept, KpiBehaviours computed) {
        this.kept = kept;
        this.computed = computed;
    }

    /**
     * What the values of a KPI say.
     *
     * @param baselineSize null for the standard one, which is kept; with another one all values are read
     * @throws RequestRefused when it is out of range
     */
    KpiBehaviour of(Kpi kpi, @Nullable Integer baselineSize) {
        UUID id = Ids.uuid(Kind.KPI, kpi.id());
        if (baselineSize != null && baselineSize != Behaviours.STANDARD_BASELINE_SIZE) {
            refuseOutOfRange(baselineSize);
            Map<UUID, Behaviour> all = kpi.batch().once(new Question(baselineSize), ids -> computed(ids, baselineSize));
            return KpiBehaviour.of(Objects.requireNonNull(all.get(id)));
        }
        Map<UUID, KeptVerdict> verdicts = kpi.batch().once(VERDICTS, kept::verdicts);
        return KpiBehaviour.of(Objects.requireNonNull(verdicts.get(id)), () -> {
            Map<UUID, Behaviour> all = kpi.batch().once(BEHAVIOURS, kept::of);
            return Objects.requireNonNull(all.get(id));
        });
    }

    /** Reads ahead, with the KPIs themselves, what is asked for of what they say: so that all of it is of one moment. */
    void ahead(Batch kpis) {
        if (Selection.has("segments", "signals", "gathering")) {
            know(kpis, kept.of(kpis.ids()));
        } else if (Selection.has("behaviour")) {
            kpis.know(VERDICTS, kept.verdicts(kpis.ids()));
        }
    }

    /** Lets KPIs answer by what is known of them already. */
    public void know(Batch kpis, Map<UUID, Behaviour> behaviours) {
        Map<UUID, KeptVerdict> verdicts = new HashMap<>();
        behaviours.forEach((kpi, behaviour) -> verdicts.put(kpi, KeptVerdict.of(behaviour)));
        kpis.know(BEHAVIOURS, behaviours);
        kpis.know(VERDICTS, verdicts);
    }

    private Map<UUID, Behaviour> computed(Set<UUID> kpis, int baselineSize) {
        Map<UUID, Behaviour> behaviours = new HashMap<>();
        computed.of(kpis, baselineSize).forEach((kpi, history) -> behaviours.put(kpi, history.behaviour()));
        return behaviours;
    }

    private static void refuseOutOfRange(int baselineSize) {
        if (baselineSize < Behaviours.FEWEST_VALUES || baselineSize > LARGEST_BASELINE) {
            throw new RequestRefused(
                    UserErrorCode.OUT_OF_RANGE,
                    "baselineSize is " + baselineSize + "; it must be between " + Behaviours.FEWEST_VALUES + " and "
                            + LARGEST_BASELINE);
        }
    }
}
