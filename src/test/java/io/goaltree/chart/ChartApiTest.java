package io.goaltree.chart;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.chart.Pictures.NIST;
import static io.goaltree.chart.Pictures.in;
import static io.goaltree.chart.Pictures.texts;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.GraphQl;
import io.goaltree.Wire;
import io.goaltree.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

/** Pictures over the real route. */
@QuarkusTest
class ChartApiTest extends ApiTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-10-10");

    @Test
    void kpi_is_drawn_by_key_and_by_id_with_headers_that_let_it_do_nothing() throws Exception {
        String kpi = nist();
        Response answer = get("/charts/kpi/" + kpi + ".svg")
                .then()
                .statusCode(200)
                .extract()
                .response();
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("image/svg+xml;charset=utf-8");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(answer.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; style-src 'unsafe-inline'; sandbox");
        assertThat(answer.header("RateLimit-Limit")).isNotNull();
        assertThat(texts(svg(answer))).contains("50.81", "45.815111", "55.804889");
        String id =
                ask("query($key: String) { kpi(key: $key) { id } }", "key", kpi).string("kpi.id");
        assertThat(get("/charts/kpi/" + id + ".svg").asString()).isEqualTo(answer.asString());
        assertThat(get("/charts/kpi/" + id.replace("_", "%5F") + ".svg").asString())
                .isEqualTo(answer.asString());
    }

    @Test
    void what_the_caller_has_already_is_not_sent_again() {
        String path = "/charts/kpi/" + nist() + ".svg";
        String tag = get(path).header("ETag");
        assertThat(tag).startsWith("\"");
        Response known = given().header("If-None-Match", tag).get(path);
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.asString()).isEmpty();
        assertThat(known.header("ETag")).isEqualTo(tag);
        assertThat(given().header("If-None-Match", tag)
                        .get(path + "?theme=dark")
                        .statusCode())
                .isEqualTo(200);
        assertThat(given().head(path).header("ETag")).isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource({"W/%s, 304", "'\"a\", %s', 304", "'\"a\",W/%s', 304", "*, 304", "'\"a\", W/\"b\"', 200"})
    void what_the_caller_has_is_compared_weakly_and_each_of_a_list(String given, int status) {
        String path = "/charts/kpi/" + nist() + ".svg";
        String known = given.replace("%s", get(path).header("ETag"));
        assertThat(given().header("If-None-Match", known).get(path).statusCode())
                .isEqualTo(status);
    }

    @Test
    void days_choose_what_is_shown_and_not_how_it_is_read() throws Exception {
        String path = "/charts/kpi/" + nist() + ".svg";
        Document some = svg(get(path + "?from=2026-10-12&to=2026-10-14"));
        assertThat(in(some, "values", "circle", "value")).hasSize(3);
        assertThat(texts(some)).contains("50.81", "45.815111", "55.804889");
        assertThat(texts(svg(get(path + "?from=2027-01-01")))).contains("No values to show");
    }

    @Test
    void without_days_the_latest_hundred_values_are_shown() throws Exception {
        String kpi = world.kpi();
        World.values(
                kpi,
                LocalDate.parse("2026-06-01"),
                IntStream.range(0, 110).mapToObj(i -> 50 + i % 2).toArray());
        Document svg = svg(get("/charts/kpi/" + kpi + ".svg"));
        assertThat(in(svg, "values", "circle", "value")).hasSize(100);
        assertThat(in(svg, "values", "circle", "value").get(0).getTextContent()).startsWith("2026-06-11:");
    }

    @Test
    void before_it_was_made_there_is_nothing_to_draw() {
        assertThat(get("/charts/kpi/" + nist() + ".svg?asOf=2020-01-01T00:00:00Z")
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from=yesterday | INVALID_VALUE | from is 'yesterday'",
                "to=2026-02-30 | INVALID_VALUE | to is '2026-02-30'",
                "from=%2B12026-01-01 | INVALID_VALUE | from is '+12026-01-01'",
                "from=2026-02-02&to=2026-02-01 | OUT_OF_RANGE | from is 2026-02-02; it must not be after to, 2026-02-01",
                "theme=blue | INVALID_VALUE | theme is 'blue'; it must be light, dark or auto",
                "width=199 | INVALID_VALUE | width is '199'; it must be a whole number of pixels from 200 to 2000",
                "height=2001 | INVALID_VALUE | height is '2001'",
                "width=99999999999 | INVALID_VALUE | width is '99999999999'",
                "width= | INVALID_VALUE | width is ''",
                "from= | INVALID_VALUE | from is ''",
                "theme | INVALID_VALUE | theme is ''",
                "asOf= | INVALID_VALUE | asOf is ''",
                "width=300&width=300 | INVALID_VALUE | width is there 2 times; it must be there once",
                "to=2026-02-02&to= | INVALID_VALUE | to is there 2 times",
                "asOf=2026-01-01 | INVALID_VALUE | asOf is '2026-01-01'",
                "asOf=2099-01-01T00:00:00Z | OUT_OF_RANGE | asOf is 2099-01-01T00:00:00Z; it must not be after now"
            })
    void bad_parameter_is_named(String query, String code, String message) {
        Response answer = given().urlEncodingEnabled(false).get("/charts/kpi/any.svg?" + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(answer.jsonPath().getString("error.code")).isEqualTo(code);
        assertThat(answer.jsonPath().getString("error.message")).startsWith(message);
    }

    @Test
    void unknown_things_are_not_found_and_other_methods_not_possible() {
        Response kpi = get("/charts/kpi/nobody.svg");
        assertThat(kpi.statusCode()).isEqualTo(404);
        assertThat(kpi.jsonPath().getString("error.code")).isEqualTo("NOT_FOUND");
        assertThat(kpi.jsonPath().getString("error.message")).isEqualTo("There is no Kpi 'nobody'");
        assertThat(get("/charts/kpi/%3Cb%3E%2F%00.svg").statusCode()).isIn(400, 404);
        Response objective = get("/charts/objective/" + World.unknown("obj") + ".svg");
        assertThat(objective.statusCode()).isEqualTo(404);
        Response folder = get("/charts/kpi/" + nist() + ".svg/");
        assertThat(folder.statusCode()).isEqualTo(404);
        assertThat(folder.jsonPath().getString("error.code")).isEqualTo("NOT_FOUND");
        Response posted = given().post("/charts/kpi/nobody.svg");
        assertThat(posted.statusCode()).isEqualTo(405);
        assertThat(posted.header("Allow")).contains("GET", "HEAD");
    }

    @Test
    void objective_is_drawn_from_its_values_by_the_days_they_were_measured_for() throws Exception {
        World.Goal goal = world.objective(world.startedCycle());
        World.Measured reach = goal.reach(0, 100);
        reach.value(40);
        clock.advance(Duration.ofDays(2));
        reach.value(60);
        String path = "/charts/objective/" + goal.id + ".svg";
        Document svg = svg(get(path));
        String course = in(svg, "goaltree-chart", "path", "course").get(0).getAttribute("d");
        // 740 pixels from 46 on for 92 days; the end of 22 November is the 53rd, of 24 November the 55th.
        assertThat(course.split("[ML]")).hasSize(4);
        assertThat(in(svg, "keyResults", "path", "other1"))
                .singleElement()
                .satisfies(path1 -> assertThat(path1.getAttribute("d")).isEqualTo(course));
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                .contains("Key result A result: 60 %", "60 % reached, 59.8 % expected");
        assertThat(in(svg, "goaltree-chart", "line", "today")).hasSize(1);
    }

    @Test
    void closed_objective_shows_its_score() throws Exception {
        String cycle = world.startedCycle();
        World.Goal goal = world.objectiveAt(cycle, 80);
        closeStarted(cycle);
        Document svg = svg(get("/charts/objective/" + goal.id + ".svg"));
        assertThat(texts(svg)).contains("Closed, score 0.8, achieved");
        assertThat(in(svg, "goaltree-chart", "path", "score")).hasSize(1);
    }

    private void closeStarted(String cycle) {
        for (String step : new String[] {"cycleBeginClosing", "cycleClose"}) {
            GraphQl.mutate(step, GraphQl.input("cycle", cycle)).done();
        }
    }

    @Test
    void statements_do_not_grow_with_values_days_or_key_results() {
        String few = nist();
        String many = world.kpi();
        World.values(
                many,
                LocalDate.parse("2026-06-01"),
                IntStream.range(0, 150).mapToObj(i -> 50 + i % 7).toArray());
        assertThat(Wire.statements(() -> get("/charts/kpi/" + many + ".svg?from=2026-01-01")))
                .isEqualTo(Wire.statements(() -> get("/charts/kpi/" + few + ".svg")));
        String cycle = world.startedCycle();
        World.Goal small = world.objectiveAt(cycle, 10);
        World.Goal large = world.objectiveAt(cycle, 20);
        for (int i = 0; i < 4; i++) {
            large.reach(0, 10).value(i);
            world.objectiveAt(cycle, i).under(large);
        }
        assertThat(Wire.statements(() -> get("/charts/objective/" + large.id + ".svg")))
                .isEqualTo(Wire.statements(() -> get("/charts/objective/" + small.id + ".svg")));
    }

    private String nist() {
        String kpi = world.kpi("upper", 60);
        World.values(kpi, FIRST, (Object[]) NIST);
        return kpi;
    }

    private static Response get(String path) {
        return given().urlEncodingEnabled(false).get(path);
    }

    private static Document svg(Response answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return Pictures.read(answer.asString().getBytes(StandardCharsets.UTF_8));
    }
}
