package io.goaltree.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrustedIssuerTest {

    @Test
    void an_issuer_is_asked_over_tls_or_on_this_machine() {
        for (String url : List.of(
                "https://id.example.com/realms/company",
                "https://id.example.com/",
                "http://localhost:8180/realms/a",
                "http://127.0.0.1:1",
                "http://[::1]:8180")) {
            assertThat(TrustedIssuer.of(url, "goaltree", "roles", Set.of()).url())
                    .isEqualTo(url);
        }
        for (String url : List.of(
                "",
                "id.example.com",
                "http://id.example.com",
                "http://localhost.example.com",
                "http://localhost@id.example.com",
                "ftp://id.example.com",
                "https:id",
                "https:///",
                "https://id.example.com/?a=b",
                "https://id.example.com/#a",
                "https://a b")) {
            assertThatThrownBy(() -> TrustedIssuer.of(url, "goaltree", "roles", Set.of()))
                    .as(url)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("goaltree.oidc.issuer is '" + url + "'; it must begin with https://");
        }
    }

    @Test
    void tokens_that_are_made_for_others_are_never_good_by_forgetting_to_say_so() {
        assertThatThrownBy(() -> TrustedIssuer.of("https://id.example.com", " ", "roles", Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("goaltree.oidc.audience is missing");
    }
}
