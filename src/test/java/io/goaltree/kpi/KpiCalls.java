package io.goaltree.kpi;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the tests of KPIs say to the service, over HTTP. */
public final class KpiCalls {
    private KpiCalls() {}

    /** A key no other test uses. */
    public static String freshKey(String beginning) {
        return beginning + "-" + UUID.randomUUID().toString().substring(0, 13);
    }

    /** The answer to an operation that must have no GraphQL errors. */
    public static JsonPath ask(String document, Map<String, Object> variables) {
        JsonPath answer = askAnyway(document, variables);
        if (answer.get("errors") != null) {
            throw new AssertionError(answer.prettify());
        }
        return answer;
    }

    public static JsonPath ask(String document) {
        return ask(document, Map.of());
    }

    public static JsonPath askAnyway(String document, Map<String, Object> variables) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("query", document, "variables", variables))
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Creates a KPI; {@code fields} in GraphQL syntax may say more about it. */
    public static String create(String key, String cadence, String zone, String... fields) {
        return ask("""
                mutation { kpiCreate(input: {key: "%s", name: "Name of %s", direction: HIGHER_IS_BETTER, cadence: %s,
                    zone: "%s" %s}) { kpi { id } userErrors { code message path } } }
                """.formatted(key, key, cadence, zone, String.join(" ", fields)))
                .getString("data.kpiCreate.kpi.id");
    }

    public static Map<String, Object> item(String kpi, String at, Object value) {
        return Map.of("kpi", kpi, "at", at, "value", value);
    }

    @SafeVarargs
    public static JsonPath record(Map<String, Object>... items) {
        return recordInput(Map.of("values", List.of(items)));
    }

    public static JsonPath recordInput(Map<String, Object> input) {
        return ask("""
                mutation($input: KpiValuesRecordInput!) { kpiValuesRecord(input: $input) {
                    created updated unchanged rejected replayed
                    results { index status value { id value periodStart periodEnd measuredAt isLate source note }
                        error { code message path index } }
                    userErrors { code message path index } } }
                """, Map.of("input", input));
    }

    /** The values of a KPI with their revisions, all of them. */
    public static JsonPath values(String key) {
        return ask("""
                query($key: String) { kpi(key: $key) { values(first: 1000) { nodes {
                    id periodStart periodEnd value measuredAt recordedAt source note isLate
                    revisions { value measuredAt recordedAt replacedAt source note } } } } }
                """, Map.of("key", key));
    }

    public static String quoted(String... texts) {
        return Arrays.stream(texts).map(text -> "\"" + text + "\"").collect(Collectors.joining(", ", "[", "]"));
    }
}
