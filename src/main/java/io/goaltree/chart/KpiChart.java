package io.goaltree.chart;

import io.goaltree.behaviour.Limits;
import io.goaltree.behaviour.Point;
import io.goaltree.behaviour.Segment;
import io.goaltree.behaviour.Signal;
import io.goaltree.scoring.HealthyRangeLimits;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws a process-behaviour chart. */
final class KpiChart {
    private static final double DOT = 3;
    private static final double SMALL_DOT = 1.5;
    private static final double CROWDED = 5;
    private static final double LINE = 13;
    private static final double LEAST_SHADE = 1;
    private static final double FIGURE_GAP = 5;

    private final KpiPicture kpi;
    private final KpiWords words;
    private final KpiBounds bounds;
    private final Frame frame;
    private final ValueAxis values;
    private final DayAxis days;
    private final Drawing drawing;

    static byte[] draw(KpiPicture kpi, Size size, Theme theme) {
        KpiWords words = new KpiWords(kpi);
        Drawing drawing = new Drawing(size, theme, words.title(), words.description());
        if (kpi.points().isEmpty()) {
            Frame frame = Frame.of(size, 0, 0);
            frame.headings(drawing, words.title(), words.verdict());
            frame.instead(drawing, "No values to show");
        } else {
            new KpiChart(kpi, words, size, drawing).draw();
        }
        return drawing.bytes();
    }

    private KpiChart(KpiPicture kpi, KpiWords words, Size size, Drawing drawing) {
        this.kpi = kpi;
        this.words = words;
        this.bounds = KpiBounds.of(kpi);
        this.drawing = drawing;
        double height = Frame.of(size, 0, 0).bottom() - Frame.of(size, 0, 0).top();
        double labels = Frame.ticks(ValueAxis.around(bounds.least(), bounds.most(), height, 0)).stream()
                .mapToDouble(tick -> Lettering.width(tick.toPlainString(), Lettering.SIZE))
                .max()
                .orElse(0);
        this.frame = Frame.of(size, labels, size.isSmall() ? 0 : figures());
        this.values = ValueAxis.around(bounds.least(), bounds.most(), frame.bottom(), frame.top());
        this.days = new DayAxis(kpi.days(), frame.left(), frame.right());
    }

    private void draw() {
        frame.headings(drawing, words.title(), words.verdict());
        drawing.group("ranges", () -> kpi.healthy().forEach(this::range));
        frame.axes(drawing, values, BigDecimal::toPlainString, days);
        kpi.segments().forEach(segment -> drawing.group("segment", () -> segment(segment)));
        drawing.group("definitions", this::definitions);
        drawing.group("courses", () -> kpi.runs().forEach(this::run));
        drawing.group("values", () -> kpi.points().forEach(this::dot));
        drawing.group("signals", () -> kpi.points().forEach(this::mark));
        if (!frame.size().isSmall()) {
            drawing.group("figures", this::lastFigures);
            KpiLegend.draw(drawing, frame, kpi, kpi.healthy().stream().anyMatch(this::isShaded));
        }
    }

    private void range(KpiPicture.Healthy healthy) {
        if (healthy.range().limits() == null || !isShaded(healthy)) {
            return;
        }
        BigDecimal lower = healthy.range().limits().band().lower();
        BigDecimal upper = healthy.range().limits().band().upper();
        double bottom = lower == null ? frame.bottom() : within(values.y(lower));
        double top = upper == null ? frame.top() : within(values.y(upper));
        double left = days.x(healthy.days().from());
        double right = days.x(healthy.days().until());
        double height = Math.max(LEAST_SHADE, bottom - top);
        drawing.rectangle("range", left, top, right - left, height, words.range(healthy));
    }

    private boolean isShaded(KpiPicture.Healthy healthy) {
        HealthyRangeLimits limits = healthy.range().limits();
        if (limits == null) {
            return false;
        }
        BigDecimal lower = limits.band().lower();
        BigDecimal upper = limits.band().upper();
        return (lower == null || lower.compareTo(values.most()) < 0)
                && (upper == null || upper.compareTo(values.least()) > 0);
    }

    private double within(double y) {
        return Math.max(frame.top(), Math.min(frame.bottom(), y));
    }

    private void segment(Segment segment) {
        double left = days.x(later(segment.from(), kpi.days().from()));
        double right = days.x(earlier(segment.to().plusDays(1), kpi.days().until()));
        Limits limits = segment.limits();
        if (limits != null) {
            String title = words.limits(segment);
            drawing.line("centre", left, values.y(limits.mean()), right, values.y(limits.mean()), title);
            for (BigDecimal limit : bounds.outer(limits)) {
                drawing.line("limit", left, values.y(limit), right, values.y(limit), title);
            }
        }
        boolean isFirst = segment.equals(kpi.behaviour().segments().get(0));
        if (!isFirst && !segment.from().isBefore(kpi.days().from())) {
            drawing.line("start", left, frame.top(), left, frame.bottom(), segment.from() + ": " + segment.reason());
            frame.note(drawing, left, right - left, segment.reason());
        }
    }

    /** Definitions that did not begin a segment show here. */
    private void definitions() {
        List<KpiPicture.Healthy> steps = kpi.healthy();
        for (int i = 1; i < steps.size(); i++) {
            LocalDate from = steps.get(i).days().from();
            if (!kpi.isStart(from)) {
                String title = from + ": definition " + steps.get(i).range().definition();
                drawing.line("start", days.x(from), frame.top(), days.x(from), frame.bottom(), title);
            }
        }
    }

    private void run(List<Point> points) {
        if (points.size() < 2) {
            return;
        }
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            path.append(path.isEmpty() ? "M" : "L")
                    .append(Shown.pixel(x(point)))
                    .append(' ')
                    .append(Shown.pixel(values.y(point.value())));
        }
        drawing.path("course", path.toString(), null);
    }

    private void dot(Point point) {
        if (kpi.signalsOf(point).isEmpty()) {
            boolean crowded = (frame.right() - frame.left()) / kpi.points().size() < CROWDED;
            drawing.circle("value", x(point), values.y(point.value()), crowded ? SMALL_DOT : DOT, words.point(point));
        }
    }

    private void mark(Point point) {
        List<Signal> signals = kpi.signalsOf(point);
        if (!signals.isEmpty()) {
            Signal first = SignalMark.first(signals);
            drawing.path(
                    "signal " + SignalMark.style(first.direction()),
                    SignalMark.shape(first.rule(), x(point), values.y(point.value())),
                    words.point(point));
        }
    }

    private double x(Point point) {
        return days.middle(point.period());
    }

    private @Nullable Limits lastLimits() {
        List<Segment> segments = kpi.segments();
        return segments.isEmpty() ? null : segments.get(segments.size() - 1).limits();
    }

    private double figures() {
        Limits limits = lastLimits();
        return limits == null
                ? 0
                : List.of(limits.lower(), limits.mean(), limits.upper()).stream()
                        .mapToDouble(number -> Lettering.width(Shown.computed(bounds.clipped(number)), Lettering.SIZE))
                        .max()
                        .orElse(0);
    }

    private void lastFigures() {
        Limits limits = lastLimits();
        if (limits == null) {
            return;
        }
        double centre = values.y(limits.mean());
        figure("strong", limits.mean(), centre);
        for (BigDecimal limit : bounds.outer(limits)) {
            if (Math.abs(values.y(limit) - centre) >= LINE) {
                figure("", limit, values.y(limit));
            }
        }
    }

    private void figure(String styles, BigDecimal number, double y) {
        double x = frame.right() + FIGURE_GAP;
        drawing.text(
                styles,
                x,
                y + 4,
                Lettering.fitted(Shown.computed(number), frame.size().width() - x, Lettering.SIZE));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
