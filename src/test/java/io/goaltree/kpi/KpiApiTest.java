package io.goaltree.kpi;

import static io.goaltree.kpi.KpiCalls.*;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KpiApiTest {
    @Test
    void smoke() {
        String key = freshKey("smoke");
        String id = create(key, "DAILY", "Europe/Berlin", "unit: \"percent\" lower: 4 upper: \"5.50\"");
        String other = create(freshKey("smoke"), "DAILY", "Europe/Berlin", "companions: [\"" + key + "\"]");
        JsonPath answer = record(
                item(key, "2026-11-22", "3.20"),
                item(key, "2026-11-21T23:30:00Z", 3.2),
                item("nope", "2026-11-21", 1),
                item(id, "2026-11-01", 5));
        System.out.println(answer.prettify());
        System.out.println(ask(
                        "query($key: String) { kpi(key: $key) { id key name unit direction cadence zone team {key} owner {name} version healthyRange {lower upper tolerance} health isStale latest {value isLate kpi {key} revisions {value}} values(first:1) { nodes {value} pageInfo {hasNextPage endCursor}} companions {key companions {key}} archivedAt updatedAt influencedBy reflects whenItMoves} }",
                        Map.of("key", key))
                .prettify());
        System.out.println(askAnyway(
                        "mutation($i: KpiUpdateInput!) { kpiUpdate(input: $i) { kpi {name description companions {key} version} userErrors {code message path}}}",
                        Map.of(
                                "i",
                                Map.of(
                                        "id",
                                        id,
                                        "expectedVersion",
                                        1,
                                        "companions",
                                        java.util.List.of(),
                                        "description",
                                        "x")))
                .prettify());
        System.out.println(askAnyway(
                        "{ __type(name:\"Kpi\") { fields { name type { kind name ofType {kind name}}}} a: __type(name:\"KpiUpdateInput\") { inputFields { name type { kind name ofType {kind name ofType {kind name}}}}} b: __type(name:\"KpiFilter\") { inputFields { name type { kind name ofType {kind name ofType {kind name}}}}}c: __type(name:\"KpiValue\") { fields { name type { kind name ofType {kind name ofType {kind name}}}}}}",
                        Map.of())
                .prettify());
    }
}
