package io.goaltree.chart;

import io.goaltree.behaviour.Limits;
import io.goaltree.behaviour.Point;
import io.goaltree.behaviour.Segment;
import io.goaltree.scoring.HealthyRangeLimits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From where to where the values of a KPI are shown: what was measured, and the limits. A healthy range further away than
 * that is wide is left out, or everything else would be a flat line.
 *
 * @param natural whether limits are cut to 0..100: what a share in percent cannot be is not shown
 */
record KpiBounds(BigDecimal least, BigDecimal most, boolean natural) {
    private static final Set<String> PERCENT = Set.of("%", "percent", "per cent");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static KpiBounds of(KpiPicture kpi) {
        List<BigDecimal> shown =
                new ArrayList<>(kpi.points().stream().map(Point::value).toList());
        boolean natural = kpi.unit() != null
                && PERCENT.contains(kpi.unit())
                && shown.stream().allMatch(value -> value.signum() >= 0 && value.compareTo(HUNDRED) <= 0);
        KpiBounds clip = new KpiBounds(BigDecimal.ZERO, HUNDRED, natural);
        kpi.segments().stream()
                .map(Segment::limits)
                .filter(Objects::nonNull)
                .flatMap(limits -> Stream.of(limits.lower(), limits.mean(), limits.upper()))
                .map(clip::clipped)
                .forEach(shown::add);
        BigDecimal least = Collections.min(shown);
        BigDecimal most = Collections.max(shown);
        BigDecimal near = most.subtract(least);
        for (KpiPicture.Healthy healthy : kpi.healthy()) {
            for (BigDecimal bound : bounds(healthy.range().limits())) {
                if (bound.compareTo(least.subtract(near)) >= 0 && bound.compareTo(most.add(near)) <= 0) {
                    shown.add(bound);
                }
            }
        }
        return new KpiBounds(Collections.min(shown), Collections.max(shown), natural);
    }

    private static List<BigDecimal> bounds(@Nullable HealthyRangeLimits limits) {
        return limits == null
                ? List.of()
                : Stream.of(limits.band().lower(), limits.band().upper())
                        .filter(Objects::nonNull)
                        .toList();
    }

    /** A limit as it is shown. */
    BigDecimal clipped(BigDecimal limit) {
        return natural ? limit.max(BigDecimal.ZERO).min(HUNDRED) : limit;
    }

    /** The limits of a segment from below, each as it is shown. */
    List<BigDecimal> outer(Limits limits) {
        return List.of(clipped(limits.lower()), clipped(limits.upper()));
    }
}
