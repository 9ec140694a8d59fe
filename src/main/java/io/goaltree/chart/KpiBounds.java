package io.goaltree.chart;

import io.goaltree.behaviour.Limits;
import io.goaltree.behaviour.Point;
import io.goaltree.behaviour.Segment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * From where to where the values of a KPI are shown: what was measured, the limits, and the bound of a healthy range that is
 * nearest to them, however far away. Other bounds further away than all that is wide are left out, or everything else would
 * be a flat line.
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
        BigDecimal width = most.subtract(least);
        List<BigDecimal> bounds = bounds(kpi);
        bounds.stream()
                .map(bound -> distance(bound, least, most))
                .min(Comparator.naturalOrder())
                .map(nearest -> width.signum() == 0 ? nearest : nearest.max(width))
                .ifPresent(near -> bounds.stream()
                        .filter(bound -> distance(bound, least, most).compareTo(near) <= 0)
                        .forEach(shown::add));
        return new KpiBounds(Collections.min(shown), Collections.max(shown), natural);
    }

    private static List<BigDecimal> bounds(KpiPicture kpi) {
        return kpi.healthy().stream()
                .map(healthy -> healthy.range().limits())
                .filter(Objects::nonNull)
                .flatMap(
                        limits -> Stream.of(limits.band().lower(), limits.band().upper()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Below 0 within. */
    private static BigDecimal distance(BigDecimal bound, BigDecimal least, BigDecimal most) {
        return least.subtract(bound).max(bound.subtract(most));
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
