package io.goaltree.demo;

import io.goaltree.goal.GoalService;
import io.goaltree.goal.ObjectiveAlignInput;
import io.goaltree.goal.ObjectiveCreateInput;
import io.goaltree.keyresult.KeyResult;
import io.goaltree.objective.Ambition;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The objectives, how they hang together, and their key results. */
@ApplicationScoped
class DemoGoals {
    private final GoalService goals;
    private final DemoKeyResults keyResults;
    private final DemoCheckIns checkIns;
    private final DemoStore store;

    DemoGoals(GoalService goals, DemoKeyResults keyResults, DemoCheckIns checkIns, DemoStore store) {
        this.goals = goals;
        this.keyResults = keyResults;
        this.checkIns = checkIns;
        this.store = store;
    }

    /** Each objective after its parents, as they are listed. */
    Loaded.Goals load(Entry content, Map<String, String> people) {
        Notes notes = Notes.of(content);
        Map<String, String> ids = new HashMap<>();
        List<Entry> listed = content.entries("objectives");
        int measured = 0;
        int checkedIn = 0;
        for (Entry entry : listed) {
            String key = entry.text("key");
            String owner = Objects.requireNonNull(people.get(entry.text("owner")));
            String id = create(entry, owner);
            ids.put(key, id);
            entry.entries("parents").forEach(parent -> align(id, parent, ids));
            List<Entry> results = entry.entries("keyResults");
            for (int i = 0; i < results.size(); i++) {
                KeyResult keyResult = keyResults.create(id, owner, results.get(i));
                ids.put(keyResultKey(key, i + 1), keyResult.id());
                checkedIn += checkIns.record(keyResult, results.get(i), measured++, notes);
            }
            store.forgetWritten();
        }
        return new Loaded.Goals(listed.size(), measured, checkedIn);
    }

    private String create(Entry entry, String owner) {
        ObjectiveCreateInput input = new ObjectiveCreateInput();
        input.cycle = entry.text("cycle");
        input.title = entry.text("title");
        input.description = entry.optionalText("description");
        input.ambition = entry.choice("ambition", Ambition.class);
        input.team = entry.text("team");
        input.owner = owner;
        return DemoRefused.unless(goals.create(input)).id();
    }

    private void align(String child, Entry parent, Map<String, String> ids) {
        String key = parent.text("objective");
        ObjectiveAlignInput input = new ObjectiveAlignInput();
        input.child = child;
        input.parent = Objects.requireNonNull(
                ids.get(parent.has("keyResult") ? keyResultKey(key, parent.whole("keyResult", 1)) : key));
        input.weight = parent.number("weight");
        DemoRefused.unless(goals.align(input));
    }

    /** The content names a key result by its objective and its place there, counted from 1. */
    private static String keyResultKey(String objective, int place) {
        return objective + "/" + place;
    }
}
