package io.goaltree.gate;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.As;
import io.goaltree.World;
import io.goaltree.access.Right;
import io.goaltree.access.Who;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every write carries the name of its caller into the history, whatever door it came through. */
@QuarkusTest
class SignedChangesTest extends ApiTest {
    @Test
    void a_mutation_is_signed() {
        Who who = As.unbound(Right.ADMIN);
        String team = As.caller(who, () -> world.team());
        assertThat(newestOf(team)).isEqualTo(who.signature());
    }

    @Test
    void so_is_the_one_of_a_caller_with_a_limited_reach() {
        Who who = As.bound(Set.of(Right.ADMIN), world.team());
        String below = As.caller(
                who,
                () -> mutate("teamCreate", input("key", world.key("below"), "name", "Below", "parent", firstTeam(who)))
                        .done()
                        .id());
        assertThat(newestOf(below)).isEqualTo(who.signature());
    }

    @Test
    void recorded_values_are_signed() {
        String kpi = world.kpi();
        Who who = As.unbound(Right.WRITE_VALUES);
        As.caller(who, () -> {
            World.values(kpi, LocalDate.parse("2026-11-01"), 5);
            return null;
        });
        assertThat(newestOf(valueOf(kpi))).isEqualTo(who.signature());
    }

    @Test
    void values_of_scripts_are_signed_in_every_form() {
        Who who = As.unbound(Right.WRITE_VALUES);
        String kpi = world.kpi();
        String inArray = world.kpi();
        post(who, "application/x-ndjson", "{\"kpi\":\"" + kpi + "\",\"at\":\"2026-11-01\",\"value\":5}\n");
        post(who, "application/json", "[{\"kpi\":\"" + inArray + "\",\"at\":\"2026-11-01\",\"value\":5}]");
        assertThat(newestOf(valueOf(kpi))).isEqualTo(who.signature());
        assertThat(newestOf(valueOf(inArray))).isEqualTo(who.signature());
    }

    private static void post(Who who, String type, String body) {
        As.caller(
                who,
                () -> RestAssured.given()
                        .config(RestAssured.config()
                                .encoderConfig(EncoderConfig.encoderConfig()
                                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                        .encodeContentTypeAs(type, ContentType.TEXT)))
                        .contentType(type)
                        .body(body)
                        .post("/ingest/kpi-values")
                        .asString());
    }

    private static String firstTeam(Who who) {
        return Ids.of(Kind.TEAM, who.reach().teams().iterator().next());
    }

    private static String valueOf(String kpi) {
        return ask("query($key: String) { kpi(key: $key) { values(first: 1) { nodes { id } } } }", "key", kpi)
                .string("kpi.values.nodes[0].id");
    }

    private static String newestOf(String id) {
        return ask("query($id: ID!) { history(id: $id, first: 1) { nodes { by } } }", "id", id)
                .string("history.nodes[0].by");
    }
}
