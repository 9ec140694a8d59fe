package io.goaltree.edge.http;

import static io.goaltree.GraphQl.input;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.goaltree.ApiTest;
import io.goaltree.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class GraphQlRouteTest extends ApiTest {
    private static final String TEAM = "mutation($key: String!) { teamCreate(input: {key: $key, name: \"A team\"})"
            + " { team { key } userErrors { code } } }";

    @Test
    void a_query_by_get_reads_its_operation_name_and_variables() {
        given().queryParam("query", "query A { __typename } query B($n: String!) { __type(name: $n) { name } }")
                .queryParam("operationName", "B")
                .queryParam("variables", "{\"n\": \"Team\"}")
                .get("/graphql")
                .then()
                .statusCode(200)
                .contentType("application/json; charset=utf-8")
                .body("data.__type.name", equalTo("Team"));
    }

    @Test
    void a_mutation_by_get_is_405_and_nothing_is_written() {
        String key = world.key("team");
        given().queryParam("query", TEAM)
                .queryParam("variables", "{\"key\": \"" + key + "\"}")
                .get("/graphql")
                .then()
                .statusCode(405)
                .header("Allow", "GET, POST")
                .body("errors[0].extensions.code", equalTo("METHOD_NOT_ALLOWED"));
        given().queryParam("query", "query Q { __typename } " + TEAM.replace("mutation(", "mutation M("))
                .queryParam("operationName", "M")
                .queryParam("variables", "{\"key\": \"" + key + "\"}")
                .get("/graphql")
                .then()
                .statusCode(405);
        refuseTeam(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/graphql", "/graphql/", "//graphql", "/%67raphql", "/./graphql", "/graphql;a=b", "/x/../graphql"
            })
    void only_json_is_taken_by_post_however_the_path_is_written(String path) {
        String key = world.key("team");
        String body = "{\"query\": \"" + TEAM.replace("\"", "\\\"") + "\", \"variables\": {\"key\": \"" + key + "\"}}";
        for (String type : new String[] {
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/graphql",
            "application/graphql+json",
            "application/json; charset=iso-8859-1",
            "application/json, text/plain",
            "text/plain, application/json",
            "application/json,",
            "nonsense",
            "a/b/c;;=",
            "application/json;charset=\""
        }) {
            try (RawHttp http = new RawHttp()) {
                http.send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                        + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
                assertThat(http.answer().substring(9, 12))
                        .as(type)
                        .isIn(path.contains(";") ? List.of("400") : List.of("415", "404"));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        refuseTeam(key);
    }

    /** GraphiQL does so: it gives its fetcher a "Content-Type" beside the fetcher's own "content-type". */
    @Test
    void a_content_type_that_is_named_twice_is_taken_when_both_are_json() throws IOException {
        for (String twice : new String[] {
            "application/json, application/json", "application/json;charset=utf-8,Application/JSON; charset=\"UTF-8\""
        }) {
            try (RawHttp http = new RawHttp()) {
                assertThat(http.post("{\"query\":\"{__typename}\"}".getBytes(UTF_8), "Content-Type: " + twice)
                                .answer())
                        .startsWith("HTTP/1.1 200 ");
            }
        }
    }

    @Test
    void a_post_without_a_content_type_is_415() {
        try (RawHttp http = new RawHttp()) {
            assertThat(http.post("{\"query\":\"{__typename}\"}".getBytes(UTF_8)).answer())
                    .startsWith("HTTP/1.1 415 ")
                    .contains("UNSUPPORTED_MEDIA_TYPE");
            assertThat(http.post("{\"query\":\"{__typename}\"}".getBytes(UTF_8), "Content-Type: application/json")
                            .answer())
                    .as("the connection goes on")
                    .startsWith("HTTP/1.1 200 ")
                    .endsWith("{\"data\":{\"__typename\":\"Query\"}}");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE", "HEAD", "TRACE", "PROPFIND"})
    void other_methods_are_405(String method) {
        Response response = given().request(method, "/graphql");
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.header("Allow")).isEqualTo("GET, POST");
    }

    @Test
    void nobody_is_served_who_accepts_nothing_we_have() {
        json("{\"query\": \"{ __typename }\"}")
                .accept("text/html")
                .post("/graphql")
                .then()
                .statusCode(406)
                .contentType("application/json; charset=utf-8")
                .body("errors[0].extensions.code", equalTo("NOT_ACCEPTABLE"));
    }

    @Test
    void a_batch_is_refused_and_nothing_is_written() {
        String key = world.key("team");
        json("[{\"query\": \"mutation { teamCreate(input: {key: \\\"" + key
                        + "\\\", name: \\\"A\\\"}) { team { id } } }\"}, {\"query\": \"{ __typename }\"}]")
                .post("/graphql")
                .then()
                .statusCode(400)
                .body("errors.extensions.code", contains("BATCH_NOT_SUPPORTED"));
        refuseTeam(key);
    }

    @Test
    void unknown_members_are_ignored() {
        json("{\"query\": \"{ __typename }\", \"hello\": {\"a\": [1, 2]}, \"id\": 1}")
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("data.__typename", equalTo("Query"), "errors", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ teams { nope } } | GRAPHQL_VALIDATION_FAILED | 1 | 11",
                "{ teams {~  nodes | GRAPHQL_PARSE_FAILED | 2 | 8",
                "query A { __typename } query B { __typename } | OPERATION_RESOLUTION_FAILURE | 0 | 0"
            })
    void a_refused_document_is_400_or_200_with_code_and_place(String query, String code, int line, int column) {
        for (String type : new String[] {"application/json", "application/graphql-response+json"}) {
            Response answer = json(new io.vertx.core.json.JsonObject()
                            .put("query", query.replace("~", "\n"))
                            .encode())
                    .accept(type)
                    .post("/graphql");
            assertThat(answer.statusCode()).isEqualTo(type.equals("application/json") ? 200 : 400);
            assertThat(answer.contentType()).isEqualTo(type + "; charset=utf-8");
            assertThat(answer.jsonPath().<String>get("errors[0].extensions.code"))
                    .isEqualTo(code);
            assertThat(answer.jsonPath().<Object>get("data")).isNull();
            assertThat(answer.asString()).doesNotContain("\"data\"");
            if (line > 0) {
                assertThat(answer.jsonPath().getInt("errors[0].locations[0].line"))
                        .isEqualTo(line);
                assertThat(answer.jsonPath().getInt("errors[0].locations[0].column"))
                        .isEqualTo(column);
            }
        }
    }

    @Test
    void a_variable_that_does_not_fit_is_bad_user_input() {
        json(new io.vertx.core.json.JsonObject(input(
                                "query",
                                "query($on: Date) { currentCycle(on: $on) { id } }",
                                "variables",
                                input("on", "tomorrow")))
                        .encode())
                .accept("application/graphql-response+json")
                .post("/graphql")
                .then()
                .statusCode(400)
                .body("errors.extensions.code", contains("BAD_USER_INPUT"))
                .body("errors[0].message", org.hamcrest.Matchers.containsString("Date 'tomorrow'"));
    }

    @Test
    void a_refused_read_has_data_and_is_200() {
        json("{\"query\": \"{ objective(id: \\\"x\\\") { id } kpis(first: 5, last: 5) { nodes { id } } }\"}")
                .accept("application/graphql-response+json")
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("errors.extensions.code", contains("INVALID_VALUE"))
                .body("data", nullValue());
    }

    @Test
    void what_an_operation_costs_is_told_on_demand() {
        json("{\"query\": \"{ __typename }\"}")
                .header("GraphQL-Cost", "1")
                .post("/graphql")
                .then()
                .body("extensions.cost", equalTo(Map.of("requested", 1, "limit", 1_000_000)));
        json("{\"query\": \"{ __typename }\"}").post("/graphql").then().body("extensions", nullValue());
    }

    @Test
    void answers_from_1_KiB_are_compressed_for_those_who_accept_it() throws IOException {
        Response large = uncompressing()
                .queryParam("query", "{ __schema { types { name } } }")
                .get("/graphql");
        assertThat(large.header("Content-Encoding")).isEqualTo("gzip");
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(large.asByteArray())).readAllBytes();
        assertThat(plain.length).isGreaterThan(1_024);
        assertThat(new String(plain, UTF_8))
                .isEqualTo(given().config(withoutDecoders())
                        .header("Accept-Encoding", "identity")
                        .queryParam("query", "{ __schema { types { name } } }")
                        .get("/graphql")
                        .asString());
        Response small = uncompressing().queryParam("query", "{ __typename }").get("/graphql");
        assertThat(small.header("Content-Encoding")).isNull();
        assertThat(large.header("Vary")).isEqualTo("Accept, Accept-Encoding");
    }

    @Test
    void a_body_beyond_the_limit_is_413_before_it_is_read() throws IOException {
        try (RawHttp http = new RawHttp()) {
            http.send("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 11534336\r\n\r\n");
            assertThat(http.answer()).startsWith("HTTP/1.1 413 ").contains("BODY_TOO_LARGE");
        }
        try (RawHttp http = new RawHttp()) {
            http.send("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n");
            String chunk = "10000\r\n" + " ".repeat(65_536) + "\r\n";
            for (int i = 0; i < 65; i++) {
                http.send(chunk);
            }
            assertThat(http.answer()).startsWith("HTTP/1.1 413 ").contains("BODY_TOO_LARGE");
        }
        json("{\"query\": \"{ __typename }\"}").post("/graphql").then().statusCode(200);
    }

    @Test
    void graphiql_is_not_served_where_it_is_not_wanted() {
        given().get("/graphiql/").then().statusCode(404);
    }

    @Test
    void a_refusal_is_not_to_be_kept() {
        given().queryParam("query", "{ nope }").get("/graphql").then().header("Cache-Control", "no-store");
    }

    @Test
    void options_says_what_is_possible() {
        given().options("/graphql").then().statusCode(204).header("Allow", is("GET, POST"));
    }

    @Test
    void a_parameter_given_twice_or_written_badly_is_refused() {
        given().get("/graphql?query={__typename}&query={__typename}"
                        .replace("{", "%7B")
                        .replace("}", "%7D"))
                .then()
                .statusCode(400)
                .body("errors.extensions.code", contains("BAD_REQUEST"));
        try (RawHttp http = new RawHttp()) {
            assertThat(http.send("GET /graphql?query=%zz HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .answer())
                    .startsWith("HTTP/1.1 400 ");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static RequestSpecification json(String body) {
        return given().contentType(ContentType.JSON).accept("application/json").body(body);
    }

    private static RequestSpecification uncompressing() {
        return given().config(withoutDecoders()).header("Accept-Encoding", "gzip");
    }

    private static RestAssuredConfig withoutDecoders() {
        return RestAssuredConfig.config()
                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());
    }

    private static void refuseTeam(String key) {
        assertThat(GraphQl.ask("query($key: String) { team(key: $key) { id } }", "key", key)
                        .<Object>get("team"))
                .isNull();
    }
}
