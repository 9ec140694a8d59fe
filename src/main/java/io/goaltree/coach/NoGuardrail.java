package io.goaltree.coach;

import io.goaltree.coach.Picture.CompanionRow;
import io.goaltree.coach.Picture.KeyResultRow;
import io.goaltree.coach.Picture.ObjectiveRow;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** An objective that pushes a KPI none of whose companions guards it: the push may go at their cost unseen. */
@Singleton
final class NoGuardrail implements Coaching {

    @Override
    public FindingCode code() {
        return FindingCode.NO_GUARDRAIL;
    }

    @Override
    public List<Found> look(Picture picture) {
        Map<UUID, Map<UUID, String>> companions = new HashMap<>();
        for (CompanionRow pair : picture.companions()) {
            companions.computeIfAbsent(pair.kpiId(), id -> new HashMap<>()).put(pair.otherId(), pair.otherKey());
            companions.computeIfAbsent(pair.otherId(), id -> new HashMap<>()).put(pair.kpiId(), pair.kpiKey());
        }
        Map<UUID, List<KeyResultRow>> keyResults = picture.keyResultsByObjective();
        List<Found> found = new ArrayList<>();
        for (ObjectiveRow objective : picture.objectives()) {
            Set<String> pushed = new TreeSet<>();
            Map<UUID, String> keepingHonest = new HashMap<>();
            for (KeyResultRow keyResult : keyResults.getOrDefault(objective.id(), List.of())) {
                if (keyResult.kpiId() != null && companions.containsKey(keyResult.kpiId())) {
                    pushed.add(Objects.requireNonNull(keyResult.kpiKey()));
                    keepingHonest.putAll(Objects.requireNonNull(companions.get(keyResult.kpiId())));
                }
            }
            Set<UUID> guarding = picture.guardrails().getOrDefault(objective.id(), Set.of());
            if (!pushed.isEmpty() && keepingHonest.keySet().stream().noneMatch(guarding::contains)) {
                found.add(unguarded(objective, String.join(", ", pushed), new TreeSet<>(keepingHonest.values())));
            }
        }
        return found;
    }

    private Found unguarded(ObjectiveRow objective, String pushed, Set<String> companions) {
        String honest = String.join(", ", companions);
        return Found.of(
                code(),
                Subject.of(objective),
                "It is measured by " + pushed + " and guarded by none of the companions that keep that honest: "
                        + honest,
                Evidence.of("kpis", pushed),
                Evidence.of("companions", honest));
    }
}
