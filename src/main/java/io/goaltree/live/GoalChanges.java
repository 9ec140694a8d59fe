package io.goaltree.live;

import io.goaltree.change.Change;
import io.goaltree.change.ChangeAction;
import io.goaltree.change.Families;
import io.goaltree.edge.Batch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Folds changed rows into what a follower of a goal tree calls a change: one for each transaction, cycle and thing. */
final class GoalChanges {
    private record Key(String transaction, GoalSubject subject, UUID id) {}

    private final Map<Key, Folded> folded = new LinkedHashMap<>();

    private GoalChanges() {}

    /** By cycle, in the order in which they were written. */
    static Map<UUID, List<GoalChange>> byCycle(List<Change> changes) {
        GoalChanges goals = new GoalChanges();
        changes.forEach(goals::add);
        return goals.byCycle();
    }

    private void add(Change change) {
        if (change.family().equals(Families.CYCLE)) {
            fold(change, GoalSubject.CYCLE, change.ids().get(0));
        } else if (change.family().equals(Families.GOAL)) {
            UUID keyResult = change.keyResult();
            if (keyResult != null) {
                fold(change, GoalSubject.KEY_RESULT, keyResult);
            } else if (!change.objectives().isEmpty()) { // else a cycle was closed or reopened, which its own row tells
                fold(change, GoalSubject.OBJECTIVE, change.objectives().get(0));
            }
        }
    }

    private void fold(Change change, GoalSubject subject, UUID id) {
        folded.computeIfAbsent(new Key(change.transaction(), subject, id), key -> new Folded(change, subject))
                .add(change, id);
    }

    private Map<UUID, List<GoalChange>> byCycle() {
        GoalChange.Siblings siblings = siblings(folded.values());
        Map<UUID, List<GoalChange>> byCycle = new HashMap<>();
        for (Folded one : folded.values()) {
            for (UUID cycle : one.cycles) {
                byCycle.computeIfAbsent(cycle, id -> new ArrayList<>()).add(one.in(cycle, siblings));
            }
        }
        return byCycle;
    }

    private static GoalChange.Siblings siblings(Collection<Folded> all) {
        Set<UUID> cycles = new HashSet<>();
        Set<UUID> objectives = new HashSet<>();
        Set<UUID> keyResults = new HashSet<>();
        Set<UUID> checkIns = new HashSet<>();
        for (Folded one : all) {
            cycles.addAll(one.cycles);
            addIfThere(objectives, one.objective);
            addIfThere(keyResults, one.keyResult);
            addIfThere(checkIns, one.checkIn);
        }
        return new GoalChange.Siblings(
                new Batch(cycles), new Batch(objectives), new Batch(keyResults), new Batch(checkIns));
    }

    private static void addIfThere(Set<UUID> ids, @Nullable UUID id) {
        if (id != null) {
            ids.add(id);
        }
    }

    /** What one transaction did to one thing, row by row. */
    private static final class Folded {
        private final GoalSubject subject;
        private final Set<UUID> cycles = new HashSet<>();
        private final Set<Set<UUID>> concerned = new HashSet<>();
        private final @Nullable UUID objective;
        private final @Nullable UUID keyResult;
        private @Nullable UUID checkIn;
        private Instant at;
        private ChangeAction action = ChangeAction.UPDATED;

        Folded(Change first, GoalSubject subject) {
            this.subject = subject;
            this.objective =
                    first.objectives().isEmpty() ? null : first.objectives().get(0);
            this.keyResult = first.keyResult();
            this.at = first.at();
        }

        void add(Change change, UUID thing) {
            cycles.addAll(change.cycles());
            if (subject != GoalSubject.CYCLE) {
                concerned.add(Set.copyOf(change.objectives()));
            }
            at = change.at();
            if (change.table().equals("check_in")) {
                checkIn = change.ids().get(0);
            }
            // A check-in, a milestone or an alignment that comes or goes updates the thing it belongs to.
            boolean isAboutItself = change.ids().get(0).equals(thing);
            if (isAboutItself && change.action() != ChangeAction.UPDATED) {
                action = change.action();
            }
        }

        GoalChange in(UUID cycle, GoalChange.Siblings siblings) {
            return new GoalChange(
                    at, action, subject, cycle, objective, keyResult, checkIn, Set.copyOf(concerned), siblings);
        }
    }
}
