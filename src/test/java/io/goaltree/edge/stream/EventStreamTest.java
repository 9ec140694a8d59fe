package io.goaltree.edge.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What graphql-sse says about distinct connections. */
@QuarkusTest
@TestProfile(StreamsProfile.class)
class EventStreamTest extends ApiTest {
    private static final String COMPLETE = "event: complete\ndata:";

    @Inject
    TestSources sources;

    @Inject
    OpenStreams open;

    @AfterEach
    void nothing_is_left_open() {
        Eventually.equal(open::count, 0);
        Eventually.equal(sources::active, 0);
    }

    @Test
    void a_subscription_gets_a_comment_its_events_and_complete() {
        for (EventClient client : List.of(
                EventClient.post("subscription { ticks { number } }"),
                EventClient.get("subscription { ticks { number } }"))) {
            assertThat(client.status()).isEqualTo(200);
            assertThat(client.header("content-type")).isEqualTo("text/event-stream; charset=utf-8");
            assertThat(client.header("cache-control")).isEqualTo("no-cache");
            assertThat(client.header("x-accel-buffering")).isEqualTo("no");
            assertThat(client.events())
                    .containsExactly(
                            ":",
                            "event: next\ndata: {\"data\":{\"ticks\":{\"number\":1}}}",
                            "event: next\ndata: {\"data\":{\"ticks\":{\"number\":2}}}",
                            "event: next\ndata: {\"data\":{\"ticks\":{\"number\":3}}}",
                            COMPLETE);
        }
    }

    @Test
    void the_head_comes_before_the_first_event_and_events_as_they_happen() {
        EventClient client = EventClient.post("subscription { open { number text } }");
        assertThat(client.status()).isEqualTo(200);
        assertThat(client.event()).isEqualTo(":");
        Eventually.equal(sources::active, 1);
        sources.emit(new Tick(1, "two\nlines\r\u2028and"));
        assertThat(client.event())
                .isEqualTo(
                        "event: next\ndata: {\"data\":{\"open\":{\"number\":1,\"text\":\"two\\nlines\\r\u2028and\"}}}");
        client.close();
        Eventually.equal(sources::active, 0);
    }

    @Test
    void a_query_gets_one_event_and_complete() {
        assertThat(EventClient.get("{ __typename }").events())
                .containsExactly("event: next\ndata: {\"data\":{\"__typename\":\"Query\"}}", COMPLETE);
    }

    @Test
    void a_mutation_needs_post() {
        String key = world.key("team");
        String mutation = "mutation { teamCreate(input: {key: \"" + key
                + "\", name: \"A\"}) { team { key } userErrors { code } } }";
        EventClient refused = EventClient.get(mutation);
        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.header("content-type")).isEqualTo("application/json; charset=utf-8");
        assertThat(refused.header("allow")).isEqualTo("GET, POST");
        assertThat(GraphQl.ask("{ team(key: \"" + key + "\") { id } }").<Object>get("team"))
                .isNull();
        assertThat(EventClient.post(mutation).events())
                .containsExactly(
                        "event: next\ndata: {\"data\":{\"teamCreate\":{\"team\":{\"key\":\"" + key
                                + "\"},\"userErrors\":[]}}}",
                        COMPLETE);
    }

    @Test
    void what_is_wrong_with_the_document_is_told_in_the_stream() {
        assertThat(refusal("{ nonsense }")).isEqualTo("GRAPHQL_VALIDATION_FAILED");
        assertThat(refusal("{ ")).isEqualTo("GRAPHQL_PARSE_FAILED");
        assertThat(refusal("query($x: ID!) { node(id: $x) { id } }")).isEqualTo("BAD_USER_INPUT");
        assertThat(refusal("subscription { refused { number } }")).isEqualTo("INVALID_VALUE");
    }

    private static String refusal(String query) {
        EventClient client = EventClient.post(query);
        assertThat(client.status()).isEqualTo(200);
        List<String> events = client.events();
        assertThat(events).hasSize(2);
        assertThat(events.get(1)).isEqualTo(COMPLETE);
        return code(events.get(0));
    }

    private static String code(String event) {
        assertThat(event).startsWith("event: next\ndata: ");
        return new JsonObject(event.substring("event: next\ndata: ".length()))
                .getJsonArray("errors")
                .getJsonObject(0)
                .getJsonObject("extensions")
                .getString("code");
    }

    @Test
    void what_is_wrong_with_the_request_is_told_by_its_status() {
        assertThat(EventClient.send("not json", "application/json").status()).isEqualTo(400);
        assertThat(EventClient.send("[]", "application/json").status()).isEqualTo(400);
        assertThat(EventClient.send("{\"query\":1}", "application/json").status())
                .isEqualTo(400);
        assertThat(EventClient.send("{\"query\":\"{__typename}\"}", "text/plain")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void a_stream_that_fails_ends_with_an_incident_and_repeats_nothing() {
        List<String> events =
                EventClient.post("subscription { failing { number } }").events();
        assertThat(events).hasSize(5);
        assertThat(events.subList(0, 3))
                .containsExactly(
                        ":",
                        "event: next\ndata: {\"data\":{\"failing\":{\"number\":1}}}",
                        "event: next\ndata: {\"data\":{\"failing\":{\"number\":2}}}");
        assertThat(code(events.get(3))).isEqualTo("INTERNAL");
        assertThat(events.get(3)).doesNotContain("secret", "data\":{", "Exception");
        assertThat(events.get(4)).isEqualTo(COMPLETE);
    }

    @Test
    void a_source_that_overflows_ends_as_too_slow() {
        List<String> events =
                EventClient.post("subscription { overflowing { number } }").events();
        assertThat(code(events.get(2))).isEqualTo("SLOW_CONSUMER");
        assertThat(events.get(3)).isEqualTo(COMPLETE);
    }

    @Test
    void two_hundred_streams_come_and_go_without_a_trace() {
        for (int i = 0; i < 200; i++) {
            EventClient client = EventClient.post("subscription { open { number } }");
            assertThat(client.event()).isEqualTo(":");
            client.close();
        }
    }
}
