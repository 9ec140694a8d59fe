package io.goaltree.gate;

import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.As;
import io.goaltree.access.Reach;
import io.goaltree.access.Right;
import io.goaltree.access.Who;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who people are by the tokens they show. */
@QuarkusTest
@TestProfile(PersonWitnessTest.WithIssuer.class)
class PersonWitnessTest extends ApiTest {
    /** An issuer that is there before anybody shows a token. */
    public static final class WithIssuer implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(FakeIssuer.settings("witness"));
            settings.put("goaltree.oidc.rights-claim", "access/goaltree");
            settings.put("goaltree.admin-token", ClosedProfile.ADMIN);
            return settings;
        }
    }

    private static final String URL = FakeIssuer.url("witness");
    private static final SigningKey RSA = SigningKey.rsa("rsa-1");
    private static final SigningKey EC = SigningKey.ec("ec-1");

    private static FakeIssuer issuer;

    @Inject
    PersonWitness witness;

    @BeforeAll
    static void open() {
        issuer = new FakeIssuer(URL, RSA, EC);
    }

    @AfterAll
    static void close() {
        issuer.close();
    }

    @BeforeEach
    void reach() {
        Patience.until(() -> shown(jwt()).isPresent());
    }

    @Test
    void a_person_is_known_by_the_address_that_their_issuer_vouches_for() {
        String parent = As.holder(ClosedProfile.ADMIN, world::team);
        String child = team(parent);
        String grandchild = team(child);
        String other = As.holder(ClosedProfile.ADMIN, world::team);
        Map<String, Object> person = person(child);
        for (SigningKey key : List.of(RSA, EC)) {
            Jwt jwt = jwt().with("email", person.get("email").toString().toUpperCase(java.util.Locale.ROOT))
                    .with("email_verified", true)
                    .with("access", Map.of("goaltree", List.of("write_goals", "Read", "cook")));
            Who who = shown(jwt.signed(key)).orElseThrow();
            assertThat(who)
                    .isEqualTo(new Who(
                            Who.Kind.PERSON,
                            "subject-1",
                            person.get("email").toString().toUpperCase(java.util.Locale.ROOT),
                            Set.of(Right.READ, Right.WRITE_GOALS),
                            Reach.of(Set.of(Ids.uuid(Kind.TEAM, child), Ids.uuid(Kind.TEAM, grandchild))),
                            Ids.uuid(Kind.PERSON, person.get("id").toString()),
                            Instant.ofEpochSecond((Long) jwt.claims().get("exp"))
                                    .plusSeconds(30)));
            assertThat(who.reach().teams()).doesNotContain(Ids.uuid(Kind.TEAM, parent), Ids.uuid(Kind.TEAM, other));
        }
    }

    @Test
    void an_administrator_reaches_everywhere_known_to_us_or_not() {
        Map<String, Object> person = person(As.holder(ClosedProfile.ADMIN, world::team));
        Jwt jwt = jwt().with("access", Map.of("goaltree", "ADMIN"));
        Who known = shown(jwt.with("email", person.get("email"))).orElseThrow();
        assertThat(known.reach()).isEqualTo(Reach.EVERYWHERE);
        assertThat(known.person())
                .isEqualTo(Ids.uuid(Kind.PERSON, person.get("id").toString()));
        Who unknown = shown(jwt.with("email", "nobody@example.com")).orElseThrow();
        assertThat(unknown.reach()).isEqualTo(Reach.EVERYWHERE);
        assertThat(unknown.person()).isNull();
        assertThat(unknown.signature()).isEqualTo("nobody@example.com (subject-1)");
    }

    @Test
    void somebody_whom_we_do_not_know_reads_what_is_public() {
        Who who = shown(jwt().with("email", "stranger@example.com")).orElseThrow();
        assertThat(who.rights()).containsExactly(Right.READ);
        assertThat(who.reach()).isEqualTo(Reach.NOWHERE);
        assertThat(who.person()).isNull();
        assertThat(who.name()).isEqualTo("stranger@example.com");
    }

    @Test
    void an_address_that_is_not_verified_is_nobodys() {
        Map<String, Object> person = person(As.holder(ClosedProfile.ADMIN, world::team));
        for (Object denied : List.of(false, "false", 0, "no", "")) {
            Who who = shown(jwt().with("email", person.get("email")).with("email_verified", denied))
                    .orElseThrow();
            assertThat(who.person()).as("%s", denied).isNull();
            assertThat(who.reach()).isEqualTo(Reach.NOWHERE);
            assertThat(who.name()).isEqualTo("subject-1");
        }
        assertThat(shown(jwt().with("email", person.get("email")).with("email_verified", "true"))
                        .orElseThrow()
                        .person())
                .isNotNull();
        assertThat(shown(jwt().with("email", List.of(person.get("email"))))
                        .orElseThrow()
                        .person())
                .isNull();
        assertThat(shown(jwt().with("email", person.get("email") + "\u0000"))
                        .orElseThrow()
                        .name())
                .isEqualTo("subject-1");
    }

    @Test
    void what_somebody_else_made_or_made_for_somebody_else_is_not_good() {
        refused("another issuer", jwt().with("iss", URL + "/"));
        refused("no issuer", jwt().with("iss", null));
        refused("another audience", jwt().with("aud", "another"));
        refused("other audiences", jwt().with("aud", List.of("another", "goaltree2")));
        refused("no audience", jwt().with("aud", null));
        refused("no subject", jwt().with("sub", null));
        refused("an empty subject", jwt().with("sub", " "));
        refused("a long subject", jwt().with("sub", "s".repeat(256)));
        refused("a subject with a line end", jwt().with("sub", "a\nb"));
        assertThat(shown(jwt().with("aud", List.of("another", "goaltree")))).isPresent();
        assertThat(shown(jwt().with("sub", "s".repeat(255)))).isPresent();
    }

    @Test
    void a_token_is_good_for_its_time_only_give_or_take_half_a_minute() {
        Instant wall = Instant.now();
        refused("expired", jwt().with("exp", wall.minusSeconds(31).getEpochSecond()));
        refused("without an end", jwt().with("exp", null));
        refused("with an end in words", jwt().with("exp", "tomorrow"));
        refused("not yet", jwt().with("nbf", wall.plusSeconds(90).getEpochSecond()));
        refused(
                "from the future",
                jwt().with("iat", clock.instant().plusSeconds(31).getEpochSecond()));
        refused("of no time", jwt().with("iat", null));
        assertThat(shown(jwt().with("exp", wall.minusSeconds(10).getEpochSecond())))
                .isPresent();
        assertThat(shown(jwt().with("nbf", wall.plusSeconds(20).getEpochSecond())))
                .isPresent();
        assertThat(shown(jwt().with("iat", clock.instant().plusSeconds(30).getEpochSecond())))
                .isPresent();
    }

    @Test
    void a_signature_cannot_be_left_out_borrowed_or_made_of_what_is_public() {
        Jwt good = jwt().with("access", Map.of("goaltree", "READ"));
        Jwt better = good.with("access", Map.of("goaltree", "ADMIN"));
        String token = good.signed(RSA);
        String[] parts = token.split("\\.");
        String payload = better.signed(RSA).split("\\.")[1];
        refused("tampered", parts[0] + "." + payload + "." + parts[2]);
        refused("cut", parts[0] + "." + parts[1] + ".");
        refused("two parts", parts[0] + "." + parts[1]);
        refused("none", good.headed("alg", "none").signedBy(text -> new byte[0]));
        refused("None", good.headed("alg", "None").headed("kid", "rsa-1").signedBy(text -> new byte[0]));
        refused("another key of that name", good.signed(SigningKey.rsa("rsa-1")));
        refused("an RSA signature called ES256", good.headed("alg", "ES256").signed(RSA));
        byte[] encoded = RSA.pair().getPublic().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
                + "\n-----END PUBLIC KEY-----\n";
        for (byte[] secret : List.of(
                encoded,
                pem.getBytes(StandardCharsets.US_ASCII),
                FakeIssuer.AUDIENCE.getBytes(StandardCharsets.US_ASCII))) {
            refused("HS256", good.headed("alg", "HS256").headed("kid", "rsa-1").signedBy(text -> mac(secret, text)));
            refused("HS256 without a key", good.headed("alg", "HS256").signedBy(text -> mac(secret, text)));
        }
        refused(
                "a key of its own",
                good.headed("jwk", SigningKey.rsa("own").shown()).signed(SigningKey.rsa("own")));
        refused("a key of another place", good.headed("jku", URL + "/other").signed(SigningKey.rsa("other")));
        for (String nonsense :
                List.of("", ".", "..", "a.b.c", "e30.e30.e30", "not a token", "{}.{}.{}", "\u0000.\u0000.\u0000")) {
            refused("nonsense", nonsense);
        }
    }

    @Test
    void new_keys_are_fetched_but_not_for_everybody_who_makes_up_a_name() {
        SigningKey next = SigningKey.ec("ec-" + UUID.randomUUID());
        refused("not yet known", jwt().signed(next));
        issuer.makeKnown(next);
        issuer.forget(EC);
        int before = issuer.keysAsked();
        Patience.until(() -> shown(jwt().signed(next)).isPresent());
        assertThat(shown(jwt().signed(RSA))).isPresent();
        refused("no longer known", jwt().signed(EC));
        int after = issuer.keysAsked();
        for (int i = 0; i < 50; i++) {
            refused("made up", jwt().signed(SigningKey.ec("made-up-" + i)));
        }
        assertThat(after - before).isBetween(1, 2);
        assertThat(issuer.keysAsked() - after).isLessThanOrEqualTo(1);
        issuer.makeKnown(EC);
        Patience.until(() -> {
            shown(jwt().signed(SigningKey.ec("one-more")));
            return shown(jwt().signed(EC)).isPresent();
        });
    }

    @Test
    void a_token_of_100_kilobytes_is_not_even_looked_at() {
        refused("long", jwt().with("long", "x".repeat(75_000)));
        refused("long nonsense", "a".repeat(100_000));
        assertThat(shown(jwt().with("long", "x".repeat(10_000)))).isPresent();
    }

    @Test
    void tokens_of_ours_and_passwords_are_not_for_the_issuer() {
        String token = jwt().signed(RSA);
        assertThat(witness.isFor(bearer(token))).isTrue();
        assertThat(witness.isFor(bearer("gt_" + token))).isFalse();
        assertThat(witness.isFor(new Credential(Credential.Scheme.BASIC, token)))
                .isFalse();
        assertThat(witness.who(new Credential(Credential.Scheme.BASIC, token))).isEmpty();
    }

    @Test
    void nobody_but_the_doorkeeper_answers_for_credentials() {
        String chart = "/charts/kpi/" + As.holder(ClosedProfile.ADMIN, () -> world.kpi()) + ".svg";
        for (String path : List.of("/graphql?query=%7B__typename%7D", "/export/kpi-values.csv", chart)) {
            for (String credential : List.of("Bearer gt_x", "Bearer x", "Bearer a.b.c", "Basic YTpi", "DPoP a.b.c")) {
                Response answer = given().header("Authorization", credential).get(path);
                boolean isOurs = answer.statusCode() == 200
                        || answer.statusCode() == 429
                        || answer.asString().contains("UNAUTHENTICATED");
                assertThat(isOurs)
                        .as(path + " " + credential + " " + answer.statusLine())
                        .isTrue();
                assertThat(answer.headers().getValues("Set-Cookie")).isEmpty();
            }
        }
    }

    @Test
    void who_somebody_is_by_now_depends_on_their_teams_and_on_the_time() {
        String team = As.holder(ClosedProfile.ADMIN, world::team);
        Map<String, Object> person = person(team);
        Who who = shown(jwt().with("email", person.get("email"))).orElseThrow();
        assertThat(witness.knows(who)).isTrue();
        assertThat(witness.again(who)).contains(who);
        String below = team(team);
        assertThat(witness.again(who).orElseThrow().reach())
                .isEqualTo(Reach.of(Set.of(Ids.uuid(Kind.TEAM, team), Ids.uuid(Kind.TEAM, below))));
        As.holder(
                        ClosedProfile.ADMIN,
                        () -> mutate(
                                "personUpdate",
                                input("id", person.get("id"), "expectedVersion", 0, "teams", List.of())))
                .done();
        Who without = witness.again(who).orElseThrow();
        assertThat(without.reach()).isEqualTo(Reach.NOWHERE);
        assertThat(without.person()).isEqualTo(who.person());
        clock.set(who.until().minusMillis(1));
        assertThat(witness.again(who)).isPresent();
        clock.set(who.until());
        assertThat(witness.again(who)).isEmpty();
    }

    @Test
    void who_is_removed_reaches_nothing_any_more() {
        Who gone = new Who(
                Who.Kind.PERSON,
                "s",
                "n",
                Set.of(Right.READ),
                Reach.of(Set.of(UUID.randomUUID())),
                UUID.randomUUID(),
                null);
        assertThat(witness.again(gone))
                .contains(new Who(Who.Kind.PERSON, "s", "n", Set.of(Right.READ), Reach.NOWHERE, null, null));
        assertThat(witness.knows(Who.EVERYBODY)).isFalse();
    }

    private static Jwt jwt() {
        return Jwt.of(URL, "subject-1");
    }

    private Optional<Who> shown(Jwt jwt) {
        return shown(jwt.signed(RSA));
    }

    private Optional<Who> shown(String token) {
        return witness.who(bearer(token));
    }

    private void refused(String why, Jwt jwt) {
        refused(why, jwt.signed(RSA));
    }

    private void refused(String why, String token) {
        assertThat(shown(token)).as(why).isEmpty();
    }

    private static Credential bearer(String token) {
        return new Credential(Credential.Scheme.BEARER, token);
    }

    private String team(String parent) {
        String key = "t-" + UUID.randomUUID();
        return As.holder(
                        ClosedProfile.ADMIN,
                        () -> mutate("teamCreate", input("key", key, "name", key, "parent", parent)))
                .done()
                .id();
    }

    private Map<String, Object> person(String team) {
        String email = UUID.randomUUID() + "@example.com";
        String id = As.holder(
                        ClosedProfile.ADMIN,
                        () -> mutate("personCreate", input("name", "Ada", "email", email, "teams", List.of(team))))
                .done()
                .id();
        return Map.of("id", id, "email", email);
    }

    private static byte[] mac(byte[] secret, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
