package io.goaltree.kpi;

import static io.goaltree.kpi.KpiCalls.ask;
import static io.goaltree.kpi.KpiCalls.freshKey;
import static io.goaltree.kpi.KpiCalls.item;
import static io.goaltree.kpi.KpiCalls.recordInput;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** What a list shows costs the same number of statements, whatever its length. */
@QuarkusTest
class KpiStatementsTest {
    private static final String LIST = """
            query($text: String, $first: Int) { kpis(filter: {text: $text, health: HEALTHY}, first: $first) { nodes {
                key health isStale team { key } owner { name } healthyRange { lower } companions { key health }
                latest { value kpi { key } revisions { value } }
                values(first: 3) { nodes { value kpi { name } revisions { value } } pageInfo { hasNextPage } }
                newest: values(last: 1) { nodes { value } } } } }
            """;

    @Inject
    SessionFactory sessions;

    @Test
    void list_of_200_costs_as_many_statements_as_a_list_of_5() {
        String mark = freshKey("cost");
        create200(mark);
        list(mark, 5);
        JsonPath five = list(mark, 5);
        long statementsOfFive = counted(() -> list(mark, 5));
        long statementsOf200 = counted(() -> list(mark, 200));
        assertThat(five.getList("data.kpis.nodes")).hasSize(5);
        JsonPath all = list(mark, 200);
        assertThat(all.getList("data.kpis.nodes")).hasSize(200);
        assertThat(all.getList("data.kpis.nodes.values.nodes.flatten()")).hasSize(600);
        assertThat(all.getList("data.kpis.nodes.newest.nodes.value.flatten()")).containsOnly("9");
        assertThat(all.getList("data.kpis.nodes.values.nodes.revisions.value.flatten()"))
                .hasSize(200);
        assertThat(statementsOf200).isEqualTo(statementsOfFive);
        // Filter 3; page, definitions, newest, team 4; people 3; values 2; revisions 2; companions 1, and what they
        // show 7.
        assertThat(statementsOf200).isEqualTo(22);
    }

    private void create200(String mark) {
        String owned = "team: \"%s\" owner: \"%s\"".formatted(team(mark), person(mark));
        StringBuilder mutation = new StringBuilder("mutation {");
        for (int i = 0; i < 200; i++) {
            if (i == 100) {
                ask(mutation.append("}").toString());
                mutation = new StringBuilder("mutation {");
            }
            mutation.append(
                    "k%d: kpiCreate(input: {key: \"%s-%d\" name: \"N\" direction: WITHIN_RANGE cadence: DAILY lower: 0 %s %s}) { kpi { id } } "
                            .formatted(
                                    i,
                                    mark,
                                    i,
                                    owned,
                                    i == 0 ? "" : " companions: [\"" + mark + "-" + (i - 1) + "\"]"));
        }
        ask(mutation.append("}").toString());
        for (String third : List.of("3", "4")) {
            List<Map<String, Object>> items = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                items.add(item(mark + "-" + i, "2026-11-01", 1));
                items.add(item(mark + "-" + i, "2026-11-02", 2));
                items.add(item(mark + "-" + i, "2026-11-03", third));
                items.add(item(mark + "-" + i, "2026-11-04", 9));
            }
            recordInput(Map.of("values", items));
        }
    }

    private static String team(String key) {
        ask("mutation { teamCreate(input: {key: \"%s\", name: \"T\"}) { team { id } } }".formatted(key));
        return key;
    }

    private static String person(String mark) {
        return ask("mutation { personCreate(input: {name: \"P\", email: \"%s@example.org\", teams: [\"%s\"]}) { person { id } } }"
                        .formatted(mark, mark))
                .getString("data.personCreate.person.id");
    }

    private static JsonPath list(String text, int first) {
        return ask(LIST, Map.of("text", text, "first", first));
    }

    private long counted(Runnable request) {
        long before = sessions.getStatistics().getPrepareStatementCount();
        request.run();
        long count = sessions.getStatistics().getPrepareStatementCount() - before;
        assertThat(count).isPositive();
        return count;
    }
}
