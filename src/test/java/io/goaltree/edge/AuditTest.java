package io.goaltree.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.Node;
import io.goaltree.Program;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** GraphQL over HTTP as the graphql-http package checks it, by node; {@link HttpRulesTest} has the same without it. */
@QuarkusTest
class AuditTest {
    @TestHTTPResource("/graphql")
    URL service;

    @Test
    void every_audit_of_graphql_http_passes() {
        try (Program audits = Node.checks().start("audit.mjs", service)) {
            int exitCode = audits.endWithin(Duration.ofMinutes(1));
            System.out.print(audits.output());
            assertThat(audits.output()).isEqualTo("61 of 61 graphql-http audits pass\n");
            assertThat(exitCode).isZero();
        }
    }

    @Test
    void the_rules_tested_without_node_are_those_of_the_package() throws IOException {
        List<String> tested =
                HttpRulesTest.rules().map(rule -> rule.id() + " " + rule.rule()).toList();
        assertThat(Node.checks().run("audit.mjs", "--list").lines()).containsExactlyElementsOf(tested);
    }
}
