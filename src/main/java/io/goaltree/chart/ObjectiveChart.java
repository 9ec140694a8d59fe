package io.goaltree.chart;

import io.goaltree.scoring.ProgressStatus;
import io.goaltree.tree.GoalCourse;
import io.goaltree.tree.GoalCourse.DayRatio;
import io.goaltree.tree.GoalCourse.KeyResultCourse;
import io.goaltree.tree.Progress;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Draws how an objective came along over its cycle, against what a steady walk would have reached. */
final class ObjectiveChart {
    private static final int MOST_KEY_RESULTS = 5;
    private static final String HIGHEST = "100 %";
    private static final double ROOM = 0.04;
    private static final double SCORE_SIZE = 7;

    private final GoalCourse course;
    private final Frame frame;
    private final ValueAxis ratios;
    private final DayAxis days;
    private final Drawing drawing;

    static byte[] draw(GoalCourse course, Size size, Theme theme) {
        Drawing drawing = new Drawing(size, theme, course.objective().title(), description(course));
        new ObjectiveChart(course, size, drawing).draw();
        return drawing.bytes();
    }

    private ObjectiveChart(GoalCourse course, Size size, Drawing drawing) {
        this.course = course;
        this.drawing = drawing;
        this.frame = Frame.of(size, Lettering.width(HIGHEST, Lettering.SIZE), 20);
        BigDecimal room = BigDecimal.valueOf(ROOM);
        this.ratios = new ValueAxis(room.negate(), BigDecimal.ONE.add(room), frame.bottom(), frame.top());
        this.days = new DayAxis(course.cycle(), frame.left(), frame.right());
    }

    private void draw() {
        frame.headings(drawing, course.objective().title(), summary(course));
        frame.axes(drawing, ratios, Shown::percent, days);
        drawing.line(
                "expected",
                frame.left(),
                ratios.y(BigDecimal.ZERO),
                frame.right(),
                ratios.y(BigDecimal.ONE),
                "Expected: " + days(course));
        today();
        drawing.group("keyResults", () -> {
            List<KeyResultCourse> shown = shown();
            for (int i = 0; i < shown.size(); i++) {
                KeyResultCourse keyResult = shown.get(i);
                path("other other" + (i + 1), keyResult.ratios(), keyResult.title() + last(keyResult.ratios()));
            }
        });
        path("course", course.ratios(), course.objective().title() + last(course.ratios()));
        if (course.ratios().isEmpty() && course.score() == null) {
            frame.instead(drawing, "Nothing measured yet");
        }
        score();
        if (!frame.size().isSmall()) {
            drawing.group("legend", this::legend);
        }
    }

    private List<KeyResultCourse> shown() {
        return course.keyResults().stream().limit(MOST_KEY_RESULTS).toList();
    }

    private void today() {
        if (course.cycle().contains(course.today())) {
            double x = days.x(course.today().plusDays(1));
            drawing.line("today", x, frame.top(), x, frame.bottom(), "Today, " + course.today());
            frame.note(drawing, x, frame.right() - x, "Today");
        }
    }

    /** A day's ratio stands at its end; one alone is a dot. */
    private void path(String styles, List<DayRatio> ratiosByDay, String title) {
        if (ratiosByDay.isEmpty()) {
            return;
        }
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < ratiosByDay.size(); i++) {
            if (i == 0 || i == ratiosByDay.size() - 1 || isCorner(ratiosByDay, i)) {
                DayRatio at = ratiosByDay.get(i);
                path.append(path.isEmpty() ? "M" : "L").append(place(at.day(), at.ratio()));
            }
        }
        drawing.path(styles, path.toString(), title);
        if (styles.equals("course")) {
            DayRatio last = ratiosByDay.get(ratiosByDay.size() - 1);
            drawing.circle(
                    "value",
                    days.x(last.day().plusDays(1)),
                    ratios.y(last.ratio()),
                    4,
                    last.day() + ": " + Shown.percent(last.ratio()));
        }
    }

    private static boolean isCorner(List<DayRatio> all, int i) {
        BigDecimal here = all.get(i).ratio();
        return here.compareTo(all.get(i - 1).ratio()) != 0
                || here.compareTo(all.get(i + 1).ratio()) != 0;
    }

    private String place(LocalDate day, BigDecimal ratio) {
        return Shown.pixel(days.x(day.plusDays(1))) + " " + Shown.pixel(ratios.y(ratio));
    }

    private void score() {
        if (course.score() != null) {
            double x = frame.right();
            double y = ratios.y(course.score());
            String path = "M" + Shown.pixel(x) + " " + Shown.pixel(y - SCORE_SIZE) + "L" + Shown.pixel(x + SCORE_SIZE)
                    + " " + Shown.pixel(y) + "L" + Shown.pixel(x) + " " + Shown.pixel(y + SCORE_SIZE) + "L"
                    + Shown.pixel(x - SCORE_SIZE) + " " + Shown.pixel(y) + "Z";
            drawing.path("score", path, "Score " + closed(course));
        }
    }

    private void legend() {
        Legend legend = new Legend(drawing, frame);
        legend.entry("Ratio", (x, y) -> drawing.line("course", x, y, x + 18, y, null));
        legend.entry("Expected", (x, y) -> drawing.line("expected", x, y, x + 18, y, null));
        List<KeyResultCourse> shown = shown();
        for (int i = 0; i < shown.size(); i++) {
            String styles = "other other" + (i + 1);
            String title = Lettering.fitted(shown.get(i).title(), legend.share(shown.size() - i), Lettering.SIZE);
            legend.entry(title, (x, y) -> drawing.line(styles, x, y, x + 18, y, null));
        }
    }

    private static String summary(GoalCourse course) {
        Progress progress = course.progress();
        String status = words(progress.status());
        if (course.score() != null) {
            return "Closed, score " + closed(course);
        }
        if (progress.ratio() == null || course.ratios().isEmpty()) {
            return status;
        }
        return status + ": " + percent(progress.ratio()) + " reached, " + percent(progress.expected()) + " expected";
    }

    private static String description(GoalCourse course) {
        StringBuilder text = new StringBuilder("Progress over the cycle "
                + course.objective().cycle().name() + ", " + days(course) + ", against the expected one. "
                + summary(course) + ".");
        course.keyResults().stream()
                .limit(MOST_KEY_RESULTS)
                .forEach(keyResult -> text.append(" Key result ")
                        .append(keyResult.title())
                        .append(last(keyResult.ratios()))
                        .append('.'));
        int more = course.keyResults().size() - MOST_KEY_RESULTS;
        return more > 0
                ? text.append(" And ").append(more).append(" more key results.").toString()
                : text.toString();
    }

    private static String days(GoalCourse course) {
        return course.cycle().from() + " to " + course.cycle().lastDay();
    }

    private static String closed(GoalCourse course) {
        return Shown.computed(Objects.requireNonNull(course.score()))
                + (course.outcome() == null
                        ? ""
                        : ", " + course.outcome().name().toLowerCase(Locale.ROOT));
    }

    private static String last(List<DayRatio> ratios) {
        return ratios.isEmpty()
                ? ": not measured"
                : ": " + Shown.percent(ratios.get(ratios.size() - 1).ratio());
    }

    private static String percent(@Nullable Double ratio) {
        return ratio == null ? "none" : Shown.percent(BigDecimal.valueOf(ratio));
    }

    private static String words(ProgressStatus status) {
        String words = status.name().replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
