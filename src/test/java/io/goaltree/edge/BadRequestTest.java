package io.goaltree.edge;

import static io.goaltree.GraphQl.input;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.GraphQl;
import io.goaltree.GraphQl.Answer;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that no type of the schema can hold: refused before anything runs, without a word about the inside. */
@QuarkusTest
class BadRequestTest extends ApiTest {

    @ParameterizedTest
    @CsvSource({"99999999999", "1.5", "2147483648"})
    void a_number_beyond_int_is_refused_and_never_wraps(String number) {
        refused("{ teams(first: " + number + ") { nodes { id } } }");
        refused("query($first: Int) { teams(first: $first) { nodes { id } } }", "first", Double.parseDouble(number));
    }

    @Test
    void a_text_is_no_int() {
        refused("{ teams(first: \"1\") { nodes { id } } }");
        refused(
                "mutation($input: TeamUpdateInput!) { teamUpdate(input: $input) { team { id } } }",
                "input",
                input("id", world.team(), "expectedVersion", 99_999_999_999L));
    }

    @Test
    void an_int_may_be_written_with_a_fraction_of_zero_as_a_variable_only() {
        String query = "query($first: Int) { teams(first: $first) { nodes { id } } }";
        for (Object first :
                new Object[] {1, 1.0, 1e0, new java.math.BigDecimal("1.0"), new java.math.BigDecimal("1e0")}) {
            GraphQl.ask(query, "first", first);
        }
        refused("{ teams(first: 1.0) { nodes { id } } }");
        refused("{ teams(first: 1e0) { nodes { id } } }");
    }

    @Test
    void values_of_another_kind_are_refused_with_what_is_needed() {
        String node = "query($id: ID!) { node(id: $id) { id } }";
        for (Object id : new Object[] {true, 1.5, java.util.Map.of("a", 1), java.util.List.of(1, 2)}) {
            assertThat(refused(node, "id", id).text()).contains("a text or a whole number is needed");
        }
        assertThat(GraphQl.ask(node, "id", 7).<Object>get("node")).isNull();
        String team = "query($key: String) { team(key: $key) { id } }";
        for (Object key : new Object[] {true, 1, java.util.Map.of("a", 1)}) {
            assertThat(refused(team, "key", key).text()).contains("a text is needed");
        }
        String checkIn = "mutation { checkInRecord(input: {keyResult: \"kr_1\", confidence: %s}) { checkIn { id } } }";
        assertThat(refused(checkIn.formatted("1e309")).text()).contains("a number is needed");
        assertThat(refused(checkIn.formatted("\"1\"")).text()).contains("a number is needed");
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity", "-Infinity", "'1,5'", "0x10", "1e99999", "''", "' 1'", "1e1001"})
    void what_is_no_decimal_is_refused_with_the_value(String value) {
        Answer answer = refused(
                "mutation($input: CheckInRecordInput!) { checkInRecord(input: $input) { checkIn { id } } }",
                "input",
                input("keyResult", "kr_1", "value", value));
        assertThat(answer.text()).contains("Decimal '" + value + "'");
        refused("mutation { checkInRecord(input: {keyResult: \"kr_1\", value: \"" + value
                + "\"}) { checkIn { id } } }");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-30",
        "2026-2-3",
        "22.11.2026",
        "2026-11-22T09:30:00Z",
        "''",
        "0000-01-01",
        "-0001-01-01",
        "+10000-01-01",
        "+999999999-12-31"
    })
    void what_is_no_date_is_refused_with_the_value(String value) {
        assertThat(refused("query($on: Date) { currentCycle(on: $on) { id } }", "on", value)
                        .text())
                .contains("Date '" + value + "'");
        assertThat(refused("{ currentCycle(on: \"" + value + "\") { id } }").text())
                .contains(value);
        assertThat(refused(
                                "mutation($input: CycleCreateInput!) { cycleCreate(input: $input) { cycle { id } } }",
                                "input",
                                input("key", "k", "name", "n", "startsOn", value, "endsOn", "2026-12-31"))
                        .text())
                .contains("Date '" + value + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T09:30:00",
        "2026-11-22",
        "2026-11-22T25:00:00Z",
        "yesterday",
        "''",
        "-0001-01-01T00:00:00Z",
        "+10000-01-01T00:00:00Z",
        "+999999999-12-31T23:59:59Z"
    })
    void what_is_no_instant_with_an_offset_is_refused_with_the_value(String value) {
        assertThat(refused(
                                "query($filter: ObjectiveFilter) { objectives(filter: $filter) { nodes { id } } }",
                                "filter",
                                input("updatedSince", value))
                        .text())
                .contains("DateTime '" + value + "'");
    }

    @Test
    void unknown_names_missing_fields_and_broken_documents_are_refused() {
        refused("{ nobody { id } }");
        refused("{ teams { ");
        refused("mutation { teamCreate(input: {key: \"k\"}) { team { id } } }");
        refused(
                "mutation($input: TeamCreateInput!) { teamCreate(input: $input) { team { id } } }",
                "input",
                input("key", "k", "name", null));
        refused(
                "query($filter: ObjectiveFilter) { objectives(filter: $filter) { nodes { id } } }",
                "filter",
                input("status", "FINE"));
        refused("query($order: ObjectiveOrder) { objectives(orderBy: $order) { nodes { id } } }", "order", "SIDEWAYS");
        refused("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", "ids", java.util.Collections.singletonList(null));
    }

    private Answer refused(String query, Object... variables) {
        Answer answer = world.refusedRequest(query, variables);
        assertThat(answer.text()).doesNotContain("incident");
        return answer;
    }

    @Test
    void an_int_is_read_up_to_its_last_value() {
        GraphQl.post("{ teams(first: 2147483647) { nodes { id } } }").refusedWith("OUT_OF_RANGE", "2147483647");
    }
}
