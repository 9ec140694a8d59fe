package io.goaltree.scoring;

import io.goaltree.time.DateRange;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where a REACH key result will be on the last day of its cycle. */
public final class Forecasts {
    private static final int FEWEST_DAYS = 3;
    private static final double CONFIDENCE = 0.95;

    private Forecasts() {}

    /**
     * A straight line through the values by ordinary least squares on days, prolonged to the cycle's last day, with the
     * 95 % prediction interval for one further value (Student t, days - 2 degrees of freedom).
     *
     * @param baseline where it began, in the unit of the measure
     * @param target where it should end, same unit, different from the baseline
     * @param inOrder the values, earliest first by measured time, ties by recorded time; the last one of a day is that
     *     day's value. Values outside the cycle count too; none may be later than what the caller wants to be known
     * @param cycle the days of the cycle
     * @param today the day from which days are left: none is left on the cycle's last day
     * @return LINEAR from three distinct days on, else INSUFFICIENT_DATA without numbers and with the reason. Values on
     *     a perfect line give an interval of no width
     *     <p>Source: product.md 2.4; Draper and Smith, Applied Regression Analysis, 3rd edition, 1.4 and 3.1.
     */
    public static Forecast linear(
            BigDecimal baseline, BigDecimal target, List<Observation> inOrder, DateRange cycle, LocalDate today) {
        TreeMap<LocalDate, BigDecimal> byDay = new TreeMap<>();
        inOrder.forEach(observation -> byDay.put(observation.day(), observation.value()));
        if (byDay.size() < FEWEST_DAYS) {
            return Forecast.none(ForecastBasis.INSUFFICIENT_DATA, tooFew(byDay.size()));
        }
        LocalDate origin = byDay.firstKey();
        LeastSquares line = LeastSquares.through(points(byDay, origin));
        BigDecimal lastDay = days(origin, cycle.lastDay());
        BigDecimal value = line.at(lastDay);
        BigDecimal margin = line.predictionError(lastDay)
                .multiply(StudentT.quantile(CONFIDENCE, byDay.size() - 2), MathContext.DECIMAL128);
        return new Forecast(
                Ratios.clamped(Reach.raw(baseline, target, value)),
                value,
                value.subtract(margin, MathContext.DECIMAL128),
                value.add(margin, MathContext.DECIMAL128),
                line.slope(),
                requiredPerDay(byDay.lastEntry().getValue(), target, cycle, today),
                ForecastBasis.LINEAR,
                null);
    }

    /**
     * The forecast for a key result whose KPI shows only noise: it will be where it is on average, within its natural
     * limits, whatever the last few values seem to say.
     *
     * @param baseline where it began, in the unit of the measure
     * @param target where it should end, same unit, different from the baseline
     * @param newest the value in force, same unit
     * @param mean of the KPI's current segment, same unit
     * @param lowerLimit natural limit of that segment, at most the mean
     * @param upperLimit natural limit of that segment, at least the mean
     * @param cycle the days of the cycle
     * @param today the day from which days are left
     * @return NATURAL_LIMITS with the mean as value; {@code perDay} is null, for there is no trend to speak of
     *     <p>Source: product.md 2.4 and 3.3.
     */
    public static Forecast withinNoise(
            BigDecimal baseline,
            BigDecimal target,
            BigDecimal newest,
            BigDecimal mean,
            BigDecimal lowerLimit,
            BigDecimal upperLimit,
            DateRange cycle,
            LocalDate today) {
        return new Forecast(
                Ratios.clamped(Reach.raw(baseline, target, mean)),
                mean,
                lowerLimit,
                upperLimit,
                null,
                requiredPerDay(newest, target, cycle, today),
                ForecastBasis.NATURAL_LIMITS,
                null);
    }

    /** No forecast is possible for what is asked about, and why. */
    public static Forecast notApplicable(String reason) {
        return Forecast.none(ForecastBasis.NOT_APPLICABLE, reason);
    }

    private static String tooFew(int days) {
        return "There are values on " + days + (days == 1 ? " day" : " days") + "; a forecast needs values on "
                + FEWEST_DAYS + " days";
    }

    private static List<LeastSquares.Point> points(Map<LocalDate, BigDecimal> byDay, LocalDate origin) {
        List<LeastSquares.Point> points = new ArrayList<>();
        byDay.forEach((day, value) -> points.add(new LeastSquares.Point(days(origin, day), value)));
        return points;
    }

    private static @Nullable BigDecimal requiredPerDay(
            BigDecimal newest, BigDecimal target, DateRange cycle, LocalDate today) {
        BigDecimal daysLeft = days(today, cycle.lastDay());
        return daysLeft.signum() <= 0 ? null : target.subtract(newest).divide(daysLeft, MathContext.DECIMAL128);
    }

    private static BigDecimal days(LocalDate from, LocalDate to) {
        return BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to));
    }
}
