package io.goaltree.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.access.Right;
import io.goaltree.access.Who;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** A service that was started while its issuer was away. */
@QuarkusTest
@TestProfile(IssuerDownTest.WithIssuer.class)
class IssuerDownTest extends ApiTest {
    public static final class WithIssuer implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(FakeIssuer.settings("down"));
            settings.put("goaltree.oidc.default-rights", "");
            return settings;
        }
    }

    private static final String URL = FakeIssuer.url("down");

    @Inject
    PersonWitness witness;

    @Test
    void it_starts_refuses_says_so_once_and_works_as_soon_as_the_issuer_is_back() {
        SigningKey key = SigningKey.rsa("key");
        Credential credential =
                new Credential(Credential.Scheme.BEARER, Jwt.of(URL, "somebody").signed(key));
        List<LogRecord> said = new CopyOnWriteArrayList<>();
        Handler ear = ear(said);
        Logger log = Logger.getLogger("");
        log.addHandler(ear);
        try {
            for (int i = 0; i < 100; i++) {
                assertThat(witness.who(credential)).isEmpty();
            }
            assertThat(said).noneMatch(line -> String.valueOf(line.getMessage()).contains(credential.secret()));
            assertThat(said).hasSizeLessThanOrEqualTo(1);
        } finally {
            log.removeHandler(ear);
        }
        FakeIssuer issuer = new FakeIssuer(URL, key);
        try (issuer) {
            Patience.until(() -> witness.who(credential).isPresent());
            assertThat(witness.who(credential).orElseThrow().rights()).isEmpty();
        }
        assertThat(witness.who(credential).map(Who::id)).contains("somebody");
        String rights = Jwt.of(URL, "else")
                .with("goaltree_rights", "read write_values,ADMIN")
                .signed(key);
        assertThat(witness.who(new Credential(Credential.Scheme.BEARER, rights))
                        .orElseThrow()
                        .rights())
                .containsExactlyInAnyOrder(Right.READ, Right.WRITE_VALUES, Right.ADMIN);
        String unknown = Jwt.of(URL, "else").signed(SigningKey.rsa("unknown"));
        assertThat(witness.who(new Credential(Credential.Scheme.BEARER, unknown)))
                .isEmpty();
        assertThat(witness.who(credential)).isPresent();
    }

    private static Handler ear(List<LogRecord> said) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                said.add(line);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
