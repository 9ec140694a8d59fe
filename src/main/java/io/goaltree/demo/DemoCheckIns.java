package io.goaltree.demo;

import io.goaltree.checkin.CheckInRecordInput;
import io.goaltree.checkin.CheckInService;
import io.goaltree.keyresult.KeyResult;
import io.goaltree.keyresult.MilestoneMarkInput;
import io.goaltree.keyresult.MilestoneMeasure;
import io.goaltree.keyresult.MilestoneService;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was reported in the twelve finished weeks of the current quarter. */
@ApplicationScoped
class DemoCheckIns {
    private static final int WEEKS = 12;
    private static final int SOMETIMES = 2;

    private final CheckInService checkIns;
    private final MilestoneService milestones;
    private final DemoPast past;
    private final Now now;

    DemoCheckIns(CheckInService checkIns, MilestoneService milestones, DemoPast past, Now now) {
        this.past = past;
        this.checkIns = checkIns;
        this.milestones = milestones;
        this.now = now;
    }

    /** Records the check-ins of one key result, or marks its milestones; the number of check-ins. */
    int record(KeyResult keyResult, Entry entry, int position, Notes notes) {
        if (keyResult.measure() instanceof MilestoneMeasure measure) {
            mark(measure, entry.entries("milestones"), position);
            return 0;
        }
        Numbers numbers = new Numbers(position);
        int weeks = entry.whole("weeks", WEEKS);
        for (int week = 1; week <= weeks; week++) {
            BigDecimal value =
                    entry.has("baseline") ? numbers.reach(entry, week, WEEKS) : numbers.level(entry, week, WEEKS);
            boolean isOnCourse = isOnCourse(entry, value, week);
            CheckInRecordInput input = new CheckInRecordInput();
            input.keyResult = keyResult.id();
            input.value = value;
            input.measuredAt = at(week, position);
            input.note = notes.maybe(numbers, isOnCourse);
            input.confidence = confidence(numbers, isOnCourse);
            past.at(input.measuredAt, () -> DemoRefused.unless(checkIns.record(input)));
        }
        return weeks;
    }

    private void mark(MilestoneMeasure measure, List<Entry> entries, int position) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).has("doneInWeek")) {
                MilestoneMarkInput input = new MilestoneMarkInput();
                input.milestone = measure.milestones().get(i).id();
                input.done = true;
                input.at = at(entries.get(i).whole("doneInWeek", 1), position + i);
                past.at(input.at, () -> DemoRefused.unless(milestones.mark(input)));
            }
        }
    }

    /** Some working hour in the middle of a finished week: in the past on every day. */
    private Instant at(int week, int position) {
        return Quarters.around(now.today())
                .week(week)
                .plusDays(1 + position % 4)
                .atTime(LocalTime.of(9 + position % 8, position * 7 % 60))
                .atZone(now.zone())
                .toInstant();
    }

    private static @Nullable Double confidence(Numbers numbers, boolean isOnCourse) {
        double confidence = (numbers.below(3) + (isOnCourse ? 7 : 3)) / 10.0;
        return numbers.onceIn(SOMETIMES) ? confidence : null;
    }

    private static boolean isOnCourse(Entry entry, BigDecimal value, int week) {
        if (entry.has("baseline")) {
            double way = entry.real("target") - entry.real("baseline");
            return (value.doubleValue() - entry.real("baseline")) / way >= 0.8 * week / (WEEKS + 1);
        }
        return value.doubleValue() >= entry.real("lower", Double.NEGATIVE_INFINITY)
                && value.doubleValue() <= entry.real("upper", Double.POSITIVE_INFINITY);
    }
}
