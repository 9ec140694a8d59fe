package io.goaltree.behaviour;

import io.goaltree.scoring.Direction;
import io.goaltree.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Daily histories of chance in which every rule and every edge of it is met. */
final class RandomHistory {
    private RandomHistory() {}

    static History of(Random random, int periods) {
        return of(values(random, periods));
    }

    static History of(Long[] values) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                LocalDate day = History.day(i + 1);
                points.add(new Point(new DateRange(day, day.plusDays(1)), BigDecimal.valueOf(values[i])));
            }
        }
        return new History(points, List.of(), Behaviours.STANDARD_BASELINE_SIZE, Direction.HIGHER_IS_BETTER);
    }

    /** Levels that move now and then, values on few different steps around them, some periods without a value. */
    static Long[] values(Random random, int periods) {
        Long[] values = new Long[periods];
        int spread = 1 + random.nextInt(12);
        int gaps = 5 + random.nextInt(60);
        long level = 0;
        for (int i = 0; i < periods; i++) {
            level += random.nextInt(12) == 0 ? random.nextInt(2 * spread + 1) - spread : 0;
            values[i] = random.nextInt(gaps) == 0 ? null : level + random.nextInt(spread + 1);
        }
        return values;
    }
}
