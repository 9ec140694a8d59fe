package io.goaltree.carry;

import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.keyresult.KeyResult;
import io.goaltree.keyresult.KeyResultAnswers;
import io.goaltree.objective.Objective;
import io.goaltree.objective.ObjectiveAnswers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what copies were copied from, for all that were loaded together. */
@ApplicationScoped
class LineageAnswers {
    private static final String CARRIED_FROM = "carriedFrom";

    private final LineageStore lineage;
    private final ObjectiveAnswers objectives;
    private final KeyResultAnswers keyResults;

    LineageAnswers(LineageStore lineage, ObjectiveAnswers objectives, KeyResultAnswers keyResults) {
        this.lineage = lineage;
        this.objectives = objectives;
        this.keyResults = keyResults;
    }

    @Nullable
    Objective carriedFrom(Objective copy) {
        Map<UUID, Objective> all = copy.batch()
                .once(CARRIED_FROM, copies -> byCopy(lineage.originalObjectives(copies), objectives::nodesById));
        return all.get(Ids.uuid(Kind.OBJECTIVE, copy.id()));
    }

    @Nullable
    KeyResult carriedFrom(KeyResult copy) {
        Map<UUID, KeyResult> all = copy.batch()
                .once(CARRIED_FROM, copies -> byCopy(lineage.originalKeyResults(copies), keyResults::nodesById));
        return all.get(Ids.uuid(Kind.KEY_RESULT, copy.id()));
    }

    private static <T> Map<UUID, T> byCopy(Map<UUID, UUID> originals, Function<Collection<UUID>, Map<UUID, T>> load) {
        Map<UUID, T> loaded = load.apply(new HashSet<>(originals.values()));
        Map<UUID, T> byCopy = new HashMap<>();
        originals.forEach((copy, original) -> {
            T found = loaded.get(original);
            if (found != null) {
                byCopy.put(copy, found);
            }
        });
        return byCopy;
    }
}
