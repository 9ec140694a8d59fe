package io.goaltree.chart;

import static io.goaltree.chart.Pictures.FIRST;
import static io.goaltree.chart.Pictures.NIST;
import static io.goaltree.chart.Pictures.STANDARD;
import static io.goaltree.chart.Pictures.in;
import static io.goaltree.chart.Pictures.kpi;
import static io.goaltree.chart.Pictures.number;
import static io.goaltree.chart.Pictures.range;
import static io.goaltree.chart.Pictures.texts;
import static io.goaltree.chart.Pictures.weekly;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.behaviour.SegmentStart;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class KpiChartTest {
    private static final String[] SHIFTED = {
        "50", "52", "49", "51", "50", "48", "51", "50", "60", "61", "60", "62", "61", "60", "61", "62"
    };

    @Test
    void published_series_stands_where_its_numbers_say() throws Exception {
        Document svg = drawn(kpi("NIST", weekly(NIST)));
        // From 45.815111 - 6 % to 55.804889 + 6 % of 9.989778, over the 296 pixels from 356 up to 60.
        assertThat(in(svg, "segment", "line", "centre"))
                .singleElement()
                .satisfies(line -> assertThat(line.getAttribute("y1")).isEqualTo("208"));
        assertThat(in(svg, "segment", "line", "limit"))
                .extracting(line -> number(line, "y1"))
                .containsExactly(340.14, 75.86);
        assertThat(in(svg, "values", "circle", "value")).hasSize(10);
        Element first = in(svg, "values", "circle", "value").get(0);
        assertThat(first.getAttribute("cy")).isEqualTo("240.01");
        assertThat(first.getTextContent()).isEqualTo("2026-01-05 to 2026-01-11: 49.6");
        assertThat(texts(svg))
                .contains("NIST", "Noise: it varies as it did, nothing has changed")
                .contains("50.81", "45.815111", "55.804889")
                .contains("46", "48", "50", "52", "54", "56");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                .isEqualTo(
                        "Process-behaviour chart: 10 weekly values from 2026-01-05 to 2026-03-15, the last 52.1. Health"
                                + " HEALTHY. Noise: it varies as it did, nothing has changed. 2026-01-05 to 2026-03-15 (First value):"
                                + " centre 50.81, natural limits 45.815111 and 55.804889. No healthy range, 2026-01-05 to 2026-03-15.");
    }

    @Test
    void missing_period_breaks_the_line_and_a_new_segment_does() throws Exception {
        Document svg = drawn(kpi(
                "Gap",
                weekly("5", "6", null, "5", "6", "5", "4", "5", "6"),
                new SegmentStart(FIRST.plusWeeks(6), "Re-based")));
        assertThat(in(svg, "courses", "path", "course"))
                .extracting(path -> path.getAttribute("d").split("L").length)
                .containsExactly(2, 3, 3);
        assertThat(in(svg, "segment", "line", "start"))
                .singleElement()
                .satisfies(line -> assertThat(line.getTextContent()).isEqualTo("2026-02-16: Re-based"));
        assertThat(texts(svg)).contains("Re-based");
    }

    @Test
    void signal_is_marked_with_its_rule_by_shape_and_its_direction_by_colour() throws Exception {
        Document svg = drawn(kpi("Shift", weekly(SHIFTED)));
        List<Element> marks = in(svg, "signals", "path", "improving");
        assertThat(marks).isNotEmpty();
        assertThat(marks.size() + in(svg, "signals", "path", "worsening").size())
                .isEqualTo(16 - in(svg, "values", "circle", "value").size());
        assertThat(marks)
                .extracting(Element::getTextContent)
                .contains(
                        "2026-03-02 to 2026-03-08: 60; Run of eight (RUN_OF_EIGHT), improving, 2026-03-02 to 2026-04-26;"
                                + " Three of four (THREE_OF_FOUR), improving, 2026-03-02 to 2026-04-26;"
                                + " Large step (RANGE_OUTSIDE_LIMIT), improving, 2026-03-02 to 2026-03-08");
        assertThat(texts(svg))
                .as("what no mark shows, because a more telling rule has it, is not explained")
                .contains("Run of eight")
                .doesNotContain("Three of four", "Large step");
    }

    @Test
    void healthy_range_is_a_step_where_a_definition_changes() throws Exception {
        Document svg = drawn(kpi(
                "Ranges",
                "h",
                weekly("5", "6", "7", "6"),
                List.of(),
                Map.of(FIRST, range("5", "7"), FIRST.plusWeeks(2), range("6", null))));
        List<Element> ranges = in(svg, "ranges", "rect", "range");
        assertThat(ranges)
                .extracting(Element::getTextContent)
                .containsExactly(
                        "Healthy from 5 up to 7, 2026-01-05 to 2026-01-18", "Healthy from 6, 2026-01-19 to 2026-02-01");
        assertThat(number(ranges.get(0), "x") + number(ranges.get(0), "width")).isEqualTo(number(ranges.get(1), "x"));
        assertThat(ranges.get(1).getAttribute("y")).isEqualTo("60");
        assertThat(in(svg, "definitions", "line", "start"))
                .singleElement()
                .satisfies(line -> assertThat(line.getTextContent()).isEqualTo("2026-01-19: definition 2"));
    }

    @ParameterizedTest
    @CsvSource({
        // The margin of 6 % of the whole axis is 15.86 pixels, above and below.
        "7, -5, 5, 340.14, 15.86",
        "7 7, -5, 5, 340.14, 15.86",
        "0, -5, 5, 75.86, 264.29",
        "1 2, 100, , 60, 15.86",
        "20 30, 10, 12, 313.71, 26.43",
        "20 30, -900, 12, 340.14, 15.86",
        "20 30, 12, 12, 340.14, 1"
    })
    void nearest_bound_of_the_healthy_range_is_to_be_seen_however_far_away(
            String values, String lower, String upper, double top, double height) throws Exception {
        Document svg =
                drawn(kpi("Far", null, weekly(values.split(" ")), List.of(), Map.of(FIRST, range(lower, upper))));
        assertThat(in(svg, "ranges", "rect", "range")).singleElement().satisfies(shade -> {
            assertThat(number(shade, "y")).isEqualTo(top);
            assertThat(number(shade, "height")).isEqualTo(height);
        });
        assertThat(texts(svg)).contains("Healthy");
    }

    @Test
    void healthy_range_is_told_in_words_and_explained_only_where_it_is_shaded() throws Exception {
        Document svg = drawn(kpi(
                "Two",
                null,
                weekly("5", "6"),
                List.of(),
                Map.of(FIRST, range("5", "7"), FIRST.plusWeeks(1), range("1000", null))));
        assertThat(in(svg, "ranges", "rect", "range"))
                .extracting(Element::getTextContent)
                .containsExactly("Healthy from 5 up to 7, 2026-01-05 to 2026-01-11");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                .endsWith(" Healthy from 5 up to 7, 2026-01-05 to 2026-01-11."
                        + " Healthy from 1000, 2026-01-12 to 2026-01-18.");
        assertThat(texts(drawn(kpi("None", weekly("5", "6"))))).doesNotContain("Healthy");
    }

    @Test
    void tiny_limits_are_not_zero() throws Exception {
        String[] tiny = Arrays.stream(NIST).map(value -> value + "E-15").toArray(String[]::new);
        assertThat(texts(drawn(kpi("Tiny", weekly(tiny)))))
                .contains("0.00000000000005081", "0.00000000000004581511", "0.00000000000005580489");
    }

    @Test
    void few_values_have_no_limits_and_it_says_so() throws Exception {
        Document svg = drawn(kpi("Few", weekly("1", "2", "3", "4", "5")));
        assertThat(in(svg, "segment", "line", "limit")).isEmpty();
        assertThat(in(svg, "segment", "line", "centre")).isEmpty();
        assertThat(in(svg, "values", "circle", "value")).hasSize(5);
        assertThat(texts(svg)).contains("Insufficient data: fewer than six values, no limits yet");
    }

    @Test
    void no_values_are_a_picture_that_says_so() throws Exception {
        assertThat(texts(drawn(kpi("None", weekly())))).containsExactly("None", "No values yet", "No values to show");
    }

    @Test
    void one_value_and_values_that_are_all_the_same_are_drawn() throws Exception {
        assertThat(in(drawn(kpi("One", weekly("7"))), "values", "circle", "value"))
                .hasSize(1);
        Document svg = drawn(kpi("Flat", weekly("0", "0", "0", "0", "0", "0", "0")));
        assertThat(in(svg, "segment", "line", "centre"))
                .singleElement()
                .satisfies(line -> assertThat(line.getAttribute("y1")).isEqualTo("208"));
    }

    @Test
    void limits_in_percent_are_cut_where_they_are_shown_and_nowhere_else() throws Exception {
        KpiPicture kpi = kpi("Share", "%", weekly("99", "90", "99", "90", "99", "90"), List.of(), Map.of());
        Document svg = drawn(kpi);
        assertThat(texts(svg)).contains("100").doesNotContain("118.44");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).contains("70.56 and 118.44");
    }

    @Test
    void hostile_names_are_text() throws Exception {
        String name = "<script>alert(1)</script>&\"' ]]> \u0000\u0007\u202e\ud800\ufffe --> &#0; \ud83d\ude80";
        Document svg = drawn(kpi(
                name,
                "<b>&",
                weekly("1", "2", "1", "2", "1", "2", "1"),
                List.of(new SegmentStart(FIRST.plusWeeks(3), name)),
                Map.of()));
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg.getElementsByTagName("b").getLength()).isZero();
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("<script>alert(1)</script>&\"' ]]>  --> &#0; \ud83d\ude80 (<b>&)");
    }

    @Test
    void one_file_serves_light_and_dark_and_refers_to_nothing_outside() {
        KpiPicture kpi = kpi("Both", weekly(SHIFTED));
        String auto = new String(KpiChart.draw(kpi, STANDARD, Theme.AUTO), StandardCharsets.UTF_8);
        assertThat(auto).contains(Palette.LIGHT.rules(), "@media (prefers-color-scheme:dark){" + Palette.DARK.rules());
        String light = new String(KpiChart.draw(kpi, STANDARD, Theme.LIGHT), StandardCharsets.UTF_8);
        assertThat(light).contains(Palette.LIGHT.paper()).doesNotContain("@media", Palette.DARK.paper());
        String dark = new String(KpiChart.draw(kpi, STANDARD, Theme.DARK), StandardCharsets.UTF_8);
        assertThat(dark).contains(Palette.DARK.paper()).doesNotContain("@media");
        for (String svg : List.of(auto, light, dark)) {
            assertThat(svg.replaceAll("xmlns(:xlink)?=\"[^\"]*\"", ""))
                    .doesNotContain("http", "href", "url(", "@import");
        }
    }

    @Test
    void every_size_has_all_marks_within() throws Exception {
        for (Size size : Arrays.asList(new Size(200, 200), new Size(2000, 200), new Size(200, 2000), STANDARD)) {
            Document svg = Pictures.read(KpiChart.draw(
                    kpi(
                            "Size",
                            weekly(
                                    "12345678901234567890",
                                    "1",
                                    "12345678901234567890",
                                    "1",
                                    "2",
                                    "12345678901234567890")),
                    size,
                    Theme.AUTO));
            assertThat(in(svg, "values", "circle", "value")).hasSize(6).allSatisfy(dot -> {
                assertThat(number(dot, "cx")).isBetween(0.0, (double) size.width());
                assertThat(number(dot, "cy")).isBetween(0.0, (double) size.height());
            });
        }
    }

    private static Document drawn(KpiPicture kpi) throws Exception {
        return Pictures.read(KpiChart.draw(kpi, STANDARD, Theme.AUTO));
    }
}
