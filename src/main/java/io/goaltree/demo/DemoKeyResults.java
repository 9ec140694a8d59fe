package io.goaltree.demo;

import io.goaltree.keyresult.HoldInput;
import io.goaltree.keyresult.KeyResult;
import io.goaltree.keyresult.KeyResultCreateInput;
import io.goaltree.keyresult.KeyResultService;
import io.goaltree.keyresult.KeyResultSpecInput;
import io.goaltree.keyresult.MilestoneInput;
import io.goaltree.keyresult.ReachInput;
import io.goaltree.time.Cadence;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The key results as they were agreed. */
@ApplicationScoped
class DemoKeyResults {
    private final KeyResultService keyResults;

    DemoKeyResults(KeyResultService keyResults) {
        this.keyResults = keyResults;
    }

    KeyResult create(String objective, String owner, Entry entry) {
        KeyResultSpecInput spec = new KeyResultSpecInput();
        spec.title = entry.text("title");
        spec.unit = entry.optionalText("unit");
        spec.weight = entry.optionalNumber("weight");
        spec.owner = owner;
        spec.reach = reach(entry);
        spec.hold = hold(entry);
        if (entry.has("milestones")) {
            spec.milestones = entry.entries("milestones").stream()
                    .map(DemoKeyResults::milestone)
                    .toList();
        }
        KeyResultCreateInput input = new KeyResultCreateInput();
        input.objective = objective;
        input.spec = spec;
        return DemoRefused.unless(keyResults.create(input));
    }

    private static @Nullable ReachInput reach(Entry entry) {
        if (!entry.has("baseline")) {
            return null;
        }
        ReachInput reach = new ReachInput();
        reach.baseline = entry.number("baseline");
        reach.target = entry.number("target");
        return reach;
    }

    private static @Nullable HoldInput hold(Entry entry) {
        if (!entry.has("cadence")) {
            return null;
        }
        HoldInput hold = new HoldInput();
        hold.lower = entry.optionalNumber("lower");
        hold.upper = entry.optionalNumber("upper");
        hold.cadence = entry.choice("cadence", Cadence.class);
        return hold;
    }

    private static MilestoneInput milestone(Entry entry) {
        MilestoneInput milestone = new MilestoneInput();
        milestone.title = entry.text("title");
        milestone.weight = entry.optionalNumber("weight");
        return milestone;
    }
}
