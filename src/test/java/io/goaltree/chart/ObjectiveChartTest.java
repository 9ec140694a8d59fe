package io.goaltree.chart;

import static io.goaltree.chart.Pictures.in;
import static io.goaltree.chart.Pictures.number;
import static io.goaltree.chart.Pictures.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.cycle.Cycle;
import io.goaltree.cycle.CycleState;
import io.goaltree.edge.Batch;
import io.goaltree.objective.Ambition;
import io.goaltree.objective.Objective;
import io.goaltree.objective.ObjectiveState;
import io.goaltree.objective.Visibility;
import io.goaltree.scoring.GoalOutcome;
import io.goaltree.scoring.ProgressStatus;
import io.goaltree.time.DateRange;
import io.goaltree.tree.GoalCourse;
import io.goaltree.tree.GoalCourse.DayRatio;
import io.goaltree.tree.GoalCourse.KeyResultCourse;
import io.goaltree.tree.Progress;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/**
 * Ten days on 800 by 400 pixels: from 100 % at 70.96 to 0 % at 345.04 pixels from the top, 274.07 for a whole; each day
 * 70.76 wide, from 56.44 to 764.
 */
class ObjectiveChartTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-03-01");

    @Test
    void ratio_stands_at_the_end_of_its_day_and_only_corners_are_drawn() throws Exception {
        Document svg = drawn(course(4, List.of(at(1, "0"), at(2, "0.5"), at(3, "0.5"), at(4, "0.5")), List.of()));
        assertThat(in(svg, "goaltree-chart", "path", "course"))
                .singleElement()
                .satisfies(path -> assertThat(path.getAttribute("d")).isEqualTo("M127.2 345.04L197.95 208L339.46 208"));
        assertThat(in(svg, "goaltree-chart", "circle", "value")).singleElement().satisfies(dot -> {
            assertThat(number(dot, "cx")).isEqualTo(339.46);
            assertThat(number(dot, "cy")).isEqualTo(208);
            assertThat(dot.getTextContent()).isEqualTo("2026-03-04: 50 %");
        });
        assertThat(in(svg, "goaltree-chart", "line", "today"))
                .singleElement()
                .satisfies(line -> assertThat(number(line, "x1")).isEqualTo(339.46));
        assertThat(in(svg, "goaltree-chart", "line", "expected"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(List.of(number(line, "x1"), number(line, "y1"))).containsExactly(56.44, 345.04);
                    assertThat(List.of(number(line, "x2"), number(line, "y2"))).containsExactly(764.0, 70.96);
                });
        assertThat(texts(svg)).contains("Reach more", "On track: 50 % reached, 40 % expected", "Today");
    }

    @Test
    void five_key_results_are_drawn_and_the_others_counted() throws Exception {
        List<KeyResultCourse> seven = IntStream.range(0, 7)
                .mapToObj(i -> new KeyResultCourse("KR" + i, List.of(at(2, "0." + i), at(3, "0.9"))))
                .toList();
        Document svg = drawn(course(3, List.of(at(2, "0.3"), at(3, "0.9")), seven));
        assertThat(in(svg, "keyResults", "path", "other")).hasSize(5);
        assertThat(in(svg, "keyResults", "path", "other3")).singleElement().satisfies(path -> {
            assertThat(path.getAttribute("d")).isEqualTo("M197.95 290.22L268.71 98.37");
            assertThat(path.getTextContent()).isEqualTo("KR2: 90 %");
        });
        assertThat(texts(svg)).contains("Ratio", "Expected", "KR0", "KR4").doesNotContain("KR5");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                .endsWith(" Key result KR4: 90 %. And 2 more key results.");
    }

    @Test
    void score_stands_at_the_end_of_the_cycle_and_nothing_measured_is_said() throws Exception {
        Document closed =
                drawn(course(12, List.of(at(10, "0.75")), List.of(), new BigDecimal("0.75"), GoalOutcome.ACHIEVED));
        assertThat(in(closed, "goaltree-chart", "path", "score"))
                .singleElement()
                .satisfies(path ->
                        assertThat(path.getAttribute("d")).isEqualTo("M764 132.48L771 139.48L764 146.48L757 139.48Z"));
        assertThat(in(closed, "goaltree-chart", "line", "today")).isEmpty();
        assertThat(texts(closed)).contains("Closed, score 0.75, achieved");
        Document none = drawn(course(2, List.of(), List.of(new KeyResultCourse("KR", List.of()))));
        assertThat(texts(none)).contains("Nothing measured yet");
        assertThat(in(none, "goaltree-chart", "path", "course")).isEmpty();
    }

    private static DayRatio at(int day, String ratio) {
        return new DayRatio(FIRST.plusDays(day - 1L), new BigDecimal(ratio));
    }

    private static GoalCourse course(int today, List<DayRatio> ratios, List<KeyResultCourse> keyResults) {
        return course(today, ratios, keyResults, null, null);
    }

    private static GoalCourse course(
            int today,
            List<DayRatio> ratios,
            List<KeyResultCourse> keyResults,
            @Nullable BigDecimal score,
            @Nullable GoalOutcome outcome) {
        LocalDate last = FIRST.plusDays(9);
        Cycle cycle = new Cycle("cyc_1", "march", "March", FIRST, last, CycleState.ACTIVE, null, 0.4, 1);
        Objective objective = new Objective(
                "obj_1",
                "Reach more",
                null,
                Ambition.ASPIRATIONAL,
                Visibility.PUBLIC,
                ObjectiveState.OPEN,
                cycle,
                null,
                null,
                null,
                1,
                Instant.EPOCH,
                new Batch(Set.of()));
        Double ratio =
                ratios.isEmpty() ? null : ratios.get(ratios.size() - 1).ratio().doubleValue();
        return new GoalCourse(
                objective,
                DateRange.inclusive(FIRST, last),
                FIRST.plusDays(today - 1L),
                new Progress(ratio, ratio, 0.4, ProgressStatus.ON_TRACK, 1),
                ratios,
                keyResults,
                score,
                outcome);
    }

    private static Document drawn(GoalCourse course) throws Exception {
        return Pictures.read(ObjectiveChart.draw(course, Pictures.STANDARD, Theme.AUTO));
    }
}
