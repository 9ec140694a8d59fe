package io.goaltree.demo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.Node;
import io.goaltree.Sql;
import io.goaltree.World;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** There is no engine of Power Query here: the queries are parsed, and what they ask for and name is compared with the answers. */
@QuarkusTest
class PowerQueryRecipeTest {
    private static final Pattern PATH = Pattern.compile("RelativePath = \"(.*?)\"");
    private static final Pattern PARAMETER = Pattern.compile("[\\[ ](\\w+) = (?:GoaltreeCycle|Date\\.ToText)");
    private static final Pattern COLUMN = Pattern.compile("\\{\"(\\w+)\", ([\\w. ]+)}");
    /** What the views of the same rows say. */
    private static final Map<String, String> TYPES = Map.of(
            "text", "type text",
            "date", "type date",
            "timestamp with time zone", "type datetimezone",
            "boolean", "type logical",
            "integer", "Int64.Type",
            "numeric", "type number",
            "double precision", "type number");

    private final Recipe recipe = new Recipe("power-query");

    @Inject
    World world;

    @Inject
    Sql sql;

    @Test
    void every_query_parses() {
        Object[] files = Stream.of("kpi-values.pq", "cycle-summary.pq", "key-results.pq")
                .map(file -> recipe.file(file).toAbsolutePath())
                .toArray();
        assertThat(Node.checks().run("powerquery.mjs", files).lines())
                .hasSize(3)
                .allMatch(line -> line.endsWith(": parsed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kpi-values", "cycle-summary", "key-results"})
    void every_column_has_the_type_of_the_view(String export) {
        List<String> view = sql.strings("""
                select column_name || ' ' || data_type from information_schema.columns
                where table_schema = 'bi_v1' and table_name = '%s' order by ordinal_position
                """.formatted(export.replace('-', '_')));
        assertThat(columns(export).map(column -> column.group(1) + " " + column.group(2)))
                .containsExactlyElementsOf(view.stream()
                        .map(column -> column.split(" ", 2))
                        .map(column -> column[0] + " " + TYPES.get(column[1]))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"kpi-values", "cycle-summary", "key-results"})
    void what_a_query_asks_is_answered_with_its_columns(String export) {
        String cycle = world.cycle();
        Map<String, String> values = Map.of("from", "2026-11-01", "to", "2026-11-02", "cycle", key(cycle));
        String text = recipe.text(export + ".pq");
        var request = given();
        List<String> parameters =
                PARAMETER.matcher(text).results().map(found -> found.group(1)).toList();
        assertThat(parameters).isNotEmpty();
        parameters.forEach(parameter -> request.queryParam(parameter, values.get(parameter)));
        String answer = request.get("/"
                        + PATH.matcher(text).results().findFirst().orElseThrow().group(1))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(answer.lines().findFirst().orElseThrow().split(","))
                .containsExactlyElementsOf(
                        columns(export).map(column -> column.group(1)).toList());
    }

    private Stream<MatchResult> columns(String export) {
        return COLUMN.matcher(recipe.text(export + ".pq")).results();
    }

    private String key(String cycle) {
        return sql.strings("select key from cycle where 'cyc_' || replace(id::text, '-', '') = '" + cycle + "'")
                .get(0);
    }
}
