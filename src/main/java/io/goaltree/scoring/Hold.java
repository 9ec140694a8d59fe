package io.goaltree.scoring;

import io.goaltree.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Progress of staying within a range, period by period. */
public final class Hold {
    private Hold() {}

    /**
     * Counts the periods in which the value in force lay in the band. A period is due once it has ended, or as soon as
     * it has a value, even one dated after today; a due period without a value is a miss.
     *
     * @param band the range to hold, bounds inclusive, in the unit of the measure
     * @param periods the periods of the whole cycle, without overlap, as {@code Cadence.slices} gives them
     * @param inOrder the values, earliest first by measured time, ties by recorded time; the last one whose day lies in
     *     a period is that period's value. Days outside every period are ignored
     * @param today decides which periods have ended: a period has not ended on its own last day
     * @return counts of periods; {@code due} 0 (not measured) while no period has a value, however many have ended
     *     <p>Source: product.md 2.1, HOLD; its published sequence is a test.
     */
    public static HoldScore score(Band band, List<DateRange> periods, List<Observation> inOrder, LocalDate today) {
        Map<DateRange, BigDecimal> valueInForce = valuesInForce(periods, inOrder);
        if (valueInForce.isEmpty()) {
            return new HoldScore(0, 0, periods.size());
        }
        int inRange = 0;
        int due = 0;
        for (DateRange period : periods) {
            @Nullable BigDecimal value = valueInForce.get(period);
            if (value != null || period.endedBy(today)) {
                due++;
            }
            if (value != null && band.contains(value)) {
                inRange++;
            }
        }
        return new HoldScore(inRange, due, periods.size());
    }

    private static Map<DateRange, BigDecimal> valuesInForce(List<DateRange> periods, List<Observation> inOrder) {
        TreeMap<LocalDate, DateRange> byFirstDay = new TreeMap<>();
        periods.forEach(period -> byFirstDay.put(period.from(), period));
        Map<DateRange, BigDecimal> values = new HashMap<>();
        for (Observation observation : inOrder) {
            Map.@Nullable Entry<LocalDate, DateRange> latest = byFirstDay.floorEntry(observation.day());
            if (latest != null && latest.getValue().contains(observation.day())) {
                values.put(latest.getValue(), observation.value());
            }
        }
        return values;
    }
}
