package io.goaltree.edge;

import static io.goaltree.GraphQl.input;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.GraphQl;
import io.goaltree.GraphQl.Answer;
import io.goaltree.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

/** Real faults: a table is away while the request runs. */
@QuarkusTest
class FaultTest extends ApiTest {
    @Inject
    Sql sql;

    @Test
    void a_fault_in_a_query_is_answered_with_an_incident_that_the_log_explains_in_one_line() {
        String kpi = world.kpi();
        assertFault(
                "kpi.companions",
                () -> whileAway(
                        "kpi_companion",
                        () -> GraphQl.post(
                                "query($key: String) { kpi(key: $key) { companions { id } } }", "key", kpi)));
    }

    @Test
    void a_fault_in_a_mutation_is_answered_alike_and_leaves_nothing_behind() {
        String person = world.person();
        var before = sql.contents();
        assertFault(
                "personUpdate",
                () -> whileAway(
                        "team_member",
                        () -> GraphQl.post(
                                "mutation($input: PersonUpdateInput!) { personUpdate(input: $input) { person { id } userErrors { code } } }",
                                "input",
                                input("id", person, "expectedVersion", 0, "name", "New"))));
        assertThat(sql.contents()).isEqualTo(before);
        assertThat(GraphQl.ask("query($id: ID!) { node(id: $id) { ... on Person { name } } }", "id", person)
                        .string("node.name"))
                .isEqualTo("Ada");
    }

    private static void assertFault(String path, Supplier<Answer> request) {
        List<String> lines = new CopyOnWriteArrayList<>();
        Handler listener = errorsInto(lines);
        Logger root = Logger.getLogger("");
        root.addHandler(listener);
        Answer answer;
        try {
            answer = request.get();
        } finally {
            root.removeHandler(listener);
        }
        assertThat(answer.errors()).as(answer.text()).hasSize(1);
        assertThat(String.join(".", answer.json().<String>getList("errors[0].path")))
                .isEqualTo(path);
        assertThat(answer.json().getString("errors[0].extensions.code")).isEqualTo("INTERNAL");
        String incident = answer.json().getString("errors[0].extensions.incident");
        assertThat(incident).matches("[0-9a-f-]{36}");
        assertThat(answer.json().getString("errors[0].message"))
                .isEqualTo("Something went wrong on our side; the log has it as incident " + incident);
        assertThat(answer.text())
                .doesNotContain(
                        "java.",
                        "org.",
                        "io.goaltree",
                        "Exception\"",
                        "select",
                        "SQL",
                        "relation",
                        "team_member",
                        "check_in");
        assertThat(lines).as("error lines of the log").hasSize(1);
        assertThat(lines.get(0)).contains(incident);
    }

    private Answer whileAway(String table, Supplier<Answer> request) {
        sql.execute("alter table " + table + " rename to away");
        try {
            return request.get();
        } finally {
            sql.execute("alter table away rename to " + table);
        }
    }

    private static Handler errorsInto(List<String> lines) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (line.getLevel().intValue() >= Level.SEVERE.intValue()) {
                    lines.add(
                            line instanceof ExtLogRecord formatted
                                    ? formatted.getFormattedMessage()
                                    : line.getMessage());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
