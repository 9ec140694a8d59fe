package io.goaltree.demo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.Sql;
import io.goaltree.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** There is no Grafana here: each panel's request is made as the panel says, and what it selects is looked for in the answer. */
@QuarkusTest
class GrafanaRecipeTest {
    private static final String DASHBOARD = "provisioning/dashboards/goaltree.json";
    private static final String SOURCE = "provisioning/datasources/goaltree.yaml";

    private final Recipe recipe = new Recipe("grafana");

    @Inject
    World world;

    @Inject
    Sql sql;

    @Test
    void every_panel_selects_what_its_answer_has() {
        String kpi = world.kpi();
        World.values(kpi, LocalDate.of(2026, 11, 1), 12, 13);
        String cycle = world.startedCycle();
        world.objectiveAt(cycle, 60);
        Map<String, String> variables = Map.of(
                "${kpi:percentencode}",
                kpi,
                "${cycle:percentencode}",
                key(cycle),
                "${cycle}",
                key(cycle),
                "${__from:date:YYYY-MM-DD}",
                "2026-11-01",
                "${__to:date:YYYY-MM-DD}",
                "2026-11-22");

        List<List<String>> first =
                targets(variables).map(target -> first(target)).toList();
        assertThat(first)
                .containsExactly(
                        List.of("2026-11-01", "12", "", "100"),
                        List.of(title(cycle), "A result", "60", "", "0.6", "0.576087", "ON_TRACK", ""),
                        List.of("ON_TRACK", "1"));
    }

    @Test
    void panels_ask_the_source_that_is_provisioned() {
        assertThat(recipe.text(SOURCE)).contains("uid: goaltree\n", "type: yesoreyeram-infinity-datasource\n");
        assertThat(targets(Map.of())
                        .map(target -> target.getJsonObject("datasource").toString()))
                .hasSize(3)
                .containsOnly("{\"type\":\"yesoreyeram-infinity-datasource\",\"uid\":\"goaltree\"}");
    }

    private Stream<JsonObject> targets(Map<String, String> variables) {
        String text = recipe.text(DASHBOARD);
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            text = text.replace(variable.getKey(), variable.getValue());
        }
        return json(text).getJsonArray("panels").getValuesAs(JsonObject.class).stream()
                .map(panel -> panel.getJsonArray("targets").getJsonObject(0));
    }

    /** What a panel's selectors find in the first row of its answer. */
    private static List<String> first(JsonObject target) {
        List<String> selectors = target.getJsonArray("columns").getValuesAs(JsonObject.class).stream()
                .map(column -> column.getString("selector"))
                .toList();
        return target.getString("type").equals("csv") ? firstOfCsv(target, selectors) : firstOfJson(target, selectors);
    }

    private static List<String> firstOfCsv(JsonObject target, List<String> selectors) {
        List<String> lines = text(given().urlEncodingEnabled(false)
                        .get(target.getString("url"))
                        .then())
                .lines()
                .toList();
        List<String> names = List.of(lines.get(0).split(","));
        assertThat(names).containsAll(selectors);
        List<String> cells = List.of(lines.get(1).split(",", -1));
        return selectors.stream().map(name -> cells.get(names.indexOf(name))).toList();
    }

    private static List<String> firstOfJson(JsonObject target, List<String> selectors) {
        JsonObject options = target.getJsonObject("url_options");
        String body = Json.createObjectBuilder()
                .add("query", options.getString("body_graphql_query"))
                .add("variables", json(options.getString("body_graphql_variables")))
                .build()
                .toString();
        JsonObject answer = json(text(given().contentType(options.getString("body_content_type"))
                .body(body)
                .post(target.getString("url"))
                .then()));
        String root = "/" + target.getString("root_selector").replace('.', '/');
        JsonArray rows = (JsonArray) answer.getValue(root);
        List<String> found = new ArrayList<>();
        for (String selector : selectors) {
            var value = rows.getJsonObject(0).get(selector);
            found.add(value instanceof JsonString text ? text.getString() : String.valueOf(value));
        }
        return found;
    }

    private static String text(ValidatableResponse answer) {
        return answer.statusCode(200).extract().asString();
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private String key(String cycle) {
        return sql.strings("select cycle_key from bi_v1.cycles where cycle_id = '" + cycle + "'")
                .get(0);
    }

    private String title(String cycle) {
        return sql.strings("select o.title from objective o join cycle c on c.id = o.cycle_id where c.key = '"
                        + key(cycle) + "'")
                .get(0);
    }
}
