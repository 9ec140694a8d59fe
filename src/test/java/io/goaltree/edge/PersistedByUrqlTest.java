package io.goaltree.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.Node;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import org.junit.jupiter.api.Test;

/** Automatic persisted queries as urql sends them; Apollo Client is in the recipes. */
@QuarkusTest
class PersistedByUrqlTest {
    @TestHTTPResource("/graphql")
    URL service;

    @Test
    void urql_sends_a_text_once_and_then_its_hash() {
        assertThat(Node.checks().run("urql.mjs", service)).isEqualTo("""
                GET 400, GET 200: {"cycle":null}
                GET 200: {"cycle":null}
                POST 200: {"cycle":null}
                """);
    }
}
