package io.goaltree.app;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CorsCheckTest {

    @Test
    void not_every_page_may_ask_with_the_credentials_of_whoever_looks_at_it() {
        for (String everywhere : List.of("*", " * ", "/.*/")) {
            assertThatThrownBy(() -> CorsCheck.refuseEverybodysCredentials(
                            List.of("https://goals.example.com", everywhere), true))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("quarkus.http.cors.origins is " + everywhere.strip()
                            + " while quarkus.http.cors.access-control-allow-credentials is true;"
                            + " name the origins, or leave credentials out");
            assertThatCode(() -> CorsCheck.refuseEverybodysCredentials(List.of(everywhere), false))
                    .doesNotThrowAnyException();
        }
        assertThatCode(() -> CorsCheck.refuseEverybodysCredentials(List.of("https://goals.example.com"), true))
                .doesNotThrowAnyException();
    }
}
