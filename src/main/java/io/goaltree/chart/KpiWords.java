package io.goaltree.chart;

import io.goaltree.behaviour.Behaviour;
import io.goaltree.behaviour.Behaviours;
import io.goaltree.behaviour.Limits;
import io.goaltree.behaviour.Point;
import io.goaltree.behaviour.Segment;
import io.goaltree.scoring.Band;
import io.goaltree.scoring.HealthyRangeLimits;
import io.goaltree.time.DateRange;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the picture of a KPI says in words. */
final class KpiWords {
    private static final int MOST_TOLD = 10;

    private final KpiPicture kpi;

    KpiWords(KpiPicture kpi) {
        this.kpi = kpi;
    }

    String title() {
        return kpi.unit() == null ? kpi.name() : kpi.name() + " (" + kpi.unit() + ")";
    }

    String verdict() {
        Behaviour behaviour = kpi.behaviour();
        return switch (behaviour.verdict()) {
            case INSUFFICIENT_DATA -> insufficient(behaviour);
            case NOISE -> "Noise: it varies as it did, nothing has changed";
            case SIGNAL -> "Signal since " + behaviour.since() + ", " + lower(behaviour.direction());
        };
    }

    private static String insufficient(Behaviour behaviour) {
        if (behaviour.segments().isEmpty()) {
            return "No values yet";
        }
        Segment current = behaviour.segments().get(behaviour.segments().size() - 1);
        return current.count() < Behaviours.FEWEST_VALUES
                ? "Insufficient data: fewer than six values, no limits yet"
                : "Insufficient data: too few neighbouring values, no limits yet";
    }

    /** All that the picture shows, for those who do not see it. */
    String description() {
        if (kpi.points().isEmpty()) {
            return "Process-behaviour chart without values. " + verdict() + ".";
        }
        DateRange days = kpi.days();
        StringBuilder text =
                new StringBuilder("Process-behaviour chart: " + kpi.points().size() + " "
                        + kpi.cadence().name().toLowerCase(Locale.ROOT) + " values from " + days.from() + " to "
                        + days.lastDay() + ", the last "
                        + value(kpi.points().get(kpi.points().size() - 1)) + ". Health "
                        + kpi.health() + ". " + verdict() + ".");
        kpi.segments()
                .forEach(segment -> text.append(' ').append(limits(segment)).append('.'));
        tell(text, kpi.healthy().stream().map(this::range).toList(), "ranges");
        tell(text, kpi.signals().stream().map(SignalMark::title).toList(), "signals");
        return text.toString();
    }

    private static void tell(StringBuilder text, List<String> all, String things) {
        all.stream()
                .limit(MOST_TOLD)
                .forEach(one -> text.append(' ').append(one).append('.'));
        if (all.size() > MOST_TOLD) {
            text.append(" And ")
                    .append(all.size() - MOST_TOLD)
                    .append(" more ")
                    .append(things)
                    .append('.');
        }
    }

    String limits(Segment segment) {
        Limits limits = segment.limits();
        String days = segment.from() + " to " + segment.to() + " (" + segment.reason() + "): ";
        return limits == null
                ? days + "no limits yet"
                : days + "centre " + Shown.computed(limits.mean()) + ", natural limits "
                        + Shown.computed(limits.lower()) + " and " + Shown.computed(limits.upper());
    }

    String point(Point point) {
        DateRange period = point.period();
        String days = period.days() == 1 ? period.from().toString() : period.from() + " to " + period.lastDay();
        StringBuilder text = new StringBuilder(days + ": " + value(point));
        kpi.signalsOf(point).forEach(signal -> text.append("; ").append(SignalMark.title(signal)));
        return text.toString();
    }

    String range(KpiPicture.Healthy healthy) {
        String days = ", " + healthy.days().from() + " to " + healthy.days().lastDay();
        HealthyRangeLimits limits = healthy.range().limits();
        return (limits == null ? "No healthy range" : "Healthy" + band(limits.band())) + days;
    }

    private static String band(Band band) {
        return (band.lower() == null ? "" : " from " + Shown.exact(band.lower()))
                + (band.upper() == null ? "" : " up to " + Shown.exact(band.upper()));
    }

    private String value(Point point) {
        return Shown.exact(point.value()) + (kpi.unit() == null ? "" : " " + kpi.unit());
    }

    private static String lower(@Nullable Enum<?> name) {
        return String.valueOf(name).toLowerCase(Locale.ROOT);
    }
}
