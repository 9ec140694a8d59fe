package io.goaltree.demo;

import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;

/** The weeks since the goals were planned, as they went by: what was recorded when. */
@ApplicationScoped
class DemoWeeks {
    private static final int WEEKS_BEFORE_THE_QUARTER = 2;
    private static final int WEEKS = 13;

    private final DemoPast past;
    private final DemoValues values;
    private final DemoPursuits pursuits;
    private final Now now;

    DemoWeeks(DemoPast past, DemoValues values, DemoPursuits pursuits, Now now) {
        this.pursuits = pursuits;
        this.past = past;
        this.values = values;
        this.now = now;
    }

    /** Lets the weeks go by until today; how many values were recorded. */
    int goBy(Entry content, DemoPursuits.Course course) {
        DemoValues.Waiting waiting = values.of(content);
        Quarters quarters = Quarters.around(now.today());
        int recorded = 0;
        for (int week = 1 - WEEKS_BEFORE_THE_QUARTER; week <= WEEKS; week++) {
            int current = week;
            recorded += past.at(startOf(quarters.week(week)), () -> {
                int count = values.record(waiting);
                pursuits.goOn(course, current);
                return count;
            });
        }
        past.end();
        return recorded + values.record(waiting);
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(now.zone()).toInstant();
    }
}
