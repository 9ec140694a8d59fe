package io.goaltree.export;

import static io.goaltree.GraphQl.ask;

import de.siegmar.fastcsv.reader.CsvReader;
import io.agroal.api.AgroalDataSource;
import io.goaltree.GraphQl.Answer;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The same rows by each door, as maps from the names of columns to values that can be compared. */
@ApplicationScoped
class RowDoors {
    static final String SUMMARY =
            "cycleId cycleKey cycleName cycleStartsOn cycleEndsOn cycleState objectiveId title ambition"
                    + " state depth parentIds teamId teamKey teamName ownerId ownerName keyResults measuredKeyResults raw ratio coverage"
                    + " expected status score outcome";
    static final String KEY_RESULT =
            "cycleId cycleKey cycleName objectiveId objectiveTitle keyResultId title state measure unit"
                    + " baseline target lower upper cadence value confidence weight kpiId kpiKey teamId teamKey teamName ownerId ownerName"
                    + " raw ratio coverage expected status score forecastRatio forecastValue forecastLower forecastUpper forecastBasis";
    private static final String TREE = """
            query($cycle: String!, $asOf: DateTime) { goalTree(cycle: $cycle, asOf: $asOf) { cycle { id } objectives {
              id title ambition state depth cycle { id key name startsOn endsOn state } team { id key name } owner { id name }
              progress { raw ratio coverage expected status } score outcome parents { weight parentObjective { id } }
              keyResults { id title state unit weight current confidence kpi { id key } owner { id name } score
                progress { raw ratio coverage expected status } forecast { ratio value lower upper basis }
                measure { kind: __typename ... on ReachMeasure { baseline target } ... on HoldMeasure { lower upper cadence } } } } } }
            """;

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(E-?\\d+)?");

    @Inject
    AgroalDataSource database;

    static List<Map<String, Object>> overGraphQl(String door, String columns, String cycle) {
        return overGraphQl(door, columns, cycle, 3);
    }

    /** All pages. */
    static List<Map<String, Object>> overGraphQl(String door, String columns, String cycle, int size) {
        List<Map<String, Object>> rows = new ArrayList<>();
        String after = null;
        Set<String> states = new HashSet<>();
        do {
            Answer page = ask(
                    "query($cycle: String!, $first: Int, $after: String) { rows: " + door
                            + "(cycle: $cycle, first: $first, after: $after) { asOf nodes { " + columns
                            + " removedAt } pageInfo { hasNextPage endCursor } } }",
                    "cycle",
                    cycle,
                    "first",
                    size,
                    "after",
                    after);
            page.<Map<String, Object>>list("rows.nodes").forEach(row -> rows.add(plain(row)));
            states.add(page.string("rows.asOf"));
            after = page.<Boolean>get("rows.pageInfo.hasNextPage") ? page.string("rows.pageInfo.endCursor") : null;
        } while (after != null);
        if (states.size() != 1) {
            throw new AssertionError("Pages of several states: " + states);
        }
        rows.forEach(row -> {
            if (row.remove("removedAt") != null) {
                throw new AssertionError("Removed: " + row);
            }
        });
        return rows;
    }

    List<Map<String, Object>> bySql(String view, String cycle) {
        return bySql(view, "cycle_id", cycle);
    }

    List<Map<String, Object>> bySql(String view, String column, String value) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select * from bi_v1." + view + " where " + column + " = ? order by 1, 5")) {
            select.setString(1, value);
            List<Map<String, Object>> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Map<String, Object> row = new LinkedHashMap<>();
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        row.put(camel(rows.getMetaData().getColumnName(i)), rows.getObject(i));
                    }
                    found.add(plain(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rows of an export, in their order: every value as text, null where there is none. */
    static List<Map<String, String>> exported(String file, String parameter, String value) {
        String body = RestAssured.given()
                .queryParam(parameter, value)
                .get("/export/" + file)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        List<Map<String, String>> rows = new ArrayList<>();
        if (file.endsWith(".csv")) {
            CsvReader.builder().ofNamedCsvRecord(body).forEach(line -> {
                Map<String, String> row = new TreeMap<>();
                line.getFieldsAsMap().forEach((name, text) -> row.put(camel(name), text.isEmpty() ? null : text(text)));
                rows.add(row);
            });
        } else {
            body.lines().forEach(line -> {
                Map<String, String> row = new TreeMap<>();
                new JsonPath(line)
                        .using(new JsonPathConfig(JsonPathConfig.NumberReturnType.BIG_DECIMAL))
                        .<Map<String, Object>>get("$")
                        .forEach((name, cell) -> row.put(camel(name), cell == null ? null : text(cell)));
                rows.add(row);
            });
        }
        return rows;
    }

    /** The same of rows of another door. */
    static List<Map<String, String>> texts(List<Map<String, Object>> rows) {
        return rows.stream()
                .map(row -> {
                    Map<String, String> texts = new TreeMap<>();
                    row.forEach((name, value) -> texts.put(name, value == null ? null : text(value)));
                    return texts;
                })
                .map(texts -> (Map<String, String>) texts)
                .toList();
    }

    /** Numbers of every kind become one text. */
    private static String text(Object value) {
        String text = String.valueOf(value);
        return NUMBER.matcher(text).matches()
                ? new BigDecimal(text).stripTrailingZeros().toPlainString()
                : text;
    }

    /** What the goal tree says, objectives and key results, put into the columns of the rows by hand. */
    static Map<String, List<Map<String, Object>>> fromTree(String cycle, String asOf) {
        Answer tree = ask(TREE, "cycle", cycle, "asOf", asOf);
        String own = tree.string("goalTree.cycle.id");
        Set<String> members = new HashSet<>(tree.list("goalTree.objectives.id"));
        List<Map<String, Object>> summaries = new ArrayList<>();
        List<Map<String, Object>> results = new ArrayList<>();
        for (Map<String, Object> goal : tree.<Map<String, Object>>list("goalTree.objectives")) {
            if (own.equals(at(goal, "cycle.id"))) {
                summaries.add(plain(summary(goal, members)));
                RowDoors.<List<Map<String, Object>>>at(goal, "keyResults")
                        .forEach(it -> results.add(plain(keyResult(goal, it))));
            }
        }
        return Map.of("cycleSummaryRows", summaries, "keyResultRows", results);
    }

    private static Map<String, Object> summary(Map<String, Object> goal, Set<String> members) {
        Map<String, Object> row = new LinkedHashMap<>();
        List.of("id", "key", "name").forEach(it -> row.put("cycle" + capital(it), at(goal, "cycle." + it)));
        List.of("startsOn", "endsOn", "state").forEach(it -> row.put("cycle" + capital(it), at(goal, "cycle." + it)));
        row.put("objectiveId", goal.get("id"));
        List.of("title", "ambition", "state", "depth").forEach(it -> row.put(it, goal.get(it)));
        List<String> parents = RowDoors.<List<Map<String, Object>>>at(goal, "parents").stream()
                .filter(it -> it.get("parentObjective") != null
                        && new BigDecimal((String) it.get("weight")).signum() > 0
                        && members.contains(RowDoors.<String>at(it, "parentObjective.id")))
                .map(it -> RowDoors.<String>at(it, "parentObjective.id"))
                .toList();
        row.put("parentIds", parents.isEmpty() ? null : String.join(" ", parents));
        List.of("id", "key", "name").forEach(it -> row.put("team" + capital(it), at(goal, "team." + it)));
        List.of("id", "name").forEach(it -> row.put("owner" + capital(it), at(goal, "owner." + it)));
        List<Map<String, Object>> counted = RowDoors.<List<Map<String, Object>>>at(goal, "keyResults").stream()
                .filter(it -> !"CANCELLED".equals(it.get("state")) && !"CANCELLED".equals(goal.get("state")))
                .toList();
        row.put("keyResults", counted.size());
        row.put(
                "measuredKeyResults",
                counted.stream().filter(it -> at(it, "progress.raw") != null).count());
        List.of("raw", "ratio", "coverage", "expected", "status")
                .forEach(it -> row.put(it, at(goal, "progress." + it)));
        List.of("score", "outcome").forEach(it -> row.put(it, goal.get(it)));
        return row;
    }

    private static Map<String, Object> keyResult(Map<String, Object> goal, Map<String, Object> result) {
        Map<String, Object> row = new LinkedHashMap<>();
        List.of("id", "key", "name").forEach(it -> row.put("cycle" + capital(it), at(goal, "cycle." + it)));
        row.put("objectiveId", goal.get("id"));
        row.put("objectiveTitle", goal.get("title"));
        row.put("keyResultId", result.get("id"));
        List.of("title", "state", "unit", "weight", "confidence", "score").forEach(it -> row.put(it, result.get(it)));
        row.put(
                "measure",
                RowDoors.<String>at(result, "measure.kind")
                        .replaceAll("Measure", "")
                        .toUpperCase(Locale.ROOT)
                        .replace("MILESTONE", "MILESTONES"));
        List.of("baseline", "target", "lower", "upper", "cadence")
                .forEach(it -> row.put(it, at(result, "measure." + it)));
        row.put("value", result.get("current"));
        List.of("id", "key").forEach(it -> row.put("kpi" + capital(it), at(result, "kpi." + it)));
        List.of("id", "key", "name").forEach(it -> row.put("team" + capital(it), at(goal, "team." + it)));
        List.of("id", "name").forEach(it -> row.put("owner" + capital(it), at(result, "owner." + it)));
        List.of("raw", "ratio", "coverage", "expected", "status")
                .forEach(it -> row.put(it, at(result, "progress." + it)));
        List.of("ratio", "value", "lower", "upper", "basis")
                .forEach(it -> row.put("forecast" + capital(it), at(result, "forecast." + it)));
        return row;
    }

    @SuppressWarnings("unchecked")
    private static <T> T at(Map<String, Object> from, String path) {
        Object found = from;
        for (String step : path.split("\\.")) {
            found = found == null ? null : ((Map<String, Object>) found).get(step);
        }
        return (T) found;
    }

    private static Map<String, Object> plain(Map<String, Object> row) {
        Map<String, Object> plain = new TreeMap<>();
        row.forEach((name, value) -> plain.put(name, plain(value)));
        return plain;
    }

    private static Object plain(Object value) {
        if (value instanceof Timestamp instant) {
            return instant.toInstant().toString();
        }
        if (value instanceof BigDecimal exact) {
            return exact.toPlainString();
        }
        return value instanceof Number number
                ? (Object) number.doubleValue()
                : value instanceof java.util.Date date ? date.toString() : value;
    }

    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("_")) {
            camel.append(camel.isEmpty() ? word : capital(word));
        }
        return camel.toString();
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
