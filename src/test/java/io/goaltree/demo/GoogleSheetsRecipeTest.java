package io.goaltree.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.Node;
import io.goaltree.Sql;
import io.goaltree.World;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The script with stand-ins for Google's services, as {@code src/test/node/sheets.mjs} has them. */
@QuarkusTest
class GoogleSheetsRecipeTest {
    private final Recipe recipe = new Recipe("google-sheets");

    @TestHTTPResource("/")
    URL service;

    @Inject
    World world;

    @Inject
    Sql sql;

    @Test
    void sheets_are_filled_once_and_not_written_again_while_nothing_changes() {
        String kpi = world.kpi("name", "=HYPERLINK(\"https://example.com\")");
        World.values(kpi, LocalDate.of(2026, 11, 1), "12.5", 13);
        String cycle = world.startedCycle();
        World.Goal goal = world.objectiveAt(cycle, 60);
        String key = sql.strings("select cycle_key from bi_v1.cycles where cycle_id = '" + cycle + "'")
                .get(0);

        JsonPath loaded = JsonPath.from(Node.checks()
                .run(
                        "sheets.mjs",
                        recipe.file("Code.gs").toAbsolutePath(),
                        service.toString().replaceFirst("/$", ""),
                        key,
                        kpi));
        assertThat(loaded.getList("asked", String.class))
                .containsExactly(
                        "X-Stranger 200",
                        "X-Stranger 200",
                        "X-Stranger 200",
                        "X-Stranger If-None-Match 304",
                        "X-Stranger If-None-Match 304",
                        "X-Stranger If-None-Match 304");
        assertThat(loaded.<String, Integer>getMap("written"))
                .isEqualTo(Map.of("Cycle summary", 1, "Key results", 1, "KPI values", 1));
        assertThat(columns(loaded, "KPI values", "kpi_key", "kpi_name", "period_start", "value", "is_late", "note"))
                .containsExactly(
                        List.of(kpi, "'=HYPERLINK(\"https://example.com\")", "2026-11-01", 12.5f, true, ""),
                        List.of(kpi, "'=HYPERLINK(\"https://example.com\")", "2026-11-02", 13, true, ""));
        assertThat(columns(
                        loaded,
                        "Cycle summary",
                        "cycle_key",
                        "objective_id",
                        "title",
                        "key_results",
                        "ratio",
                        "status"))
                .containsExactly(List.of(key, goal.id, goal.title, 1, 0.6f, "ON_TRACK"));
        assertThat(columns(loaded, "Key results", "objective_id", "title", "measure", "target", "value", "unit"))
                .containsExactly(List.of(goal.id, "A result", "REACH", 100, 60, ""));
    }

    private static List<List<Object>> columns(JsonPath loaded, String sheet, String... names) {
        List<List<Object>> cells = loaded.getList("sheets.'" + sheet + "'");
        List<Integer> places =
                List.of(names).stream().map(cells.get(0)::indexOf).toList();
        assertThat(places).doesNotContain(-1);
        return cells.stream()
                .skip(1)
                .map(row -> places.stream().map(row::get).toList())
                .toList();
    }
}
