package io.goaltree.gate;

import static graphql.schema.GraphQLTypeUtil.unwrapAll;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.goaltree.ApiTest;
import io.goaltree.As;
import io.goaltree.GraphQl;
import io.goaltree.Sql;
import io.goaltree.access.Right;
import io.goaltree.access.Rule;
import io.goaltree.access.Rules;
import io.goaltree.access.Who;
import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.limits.RequestCode;
import io.goaltree.edge.operation.Asked;
import io.goaltree.edge.operation.Operations;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Walks the whole schema with each kind of caller: what becomes of each field is what the table of rights says. */
@QuarkusTest
class CrawlerTest extends ApiTest {
    private static final int OK = 200;
    private static final int UNAUTHENTICATED = 401;
    private static final int NOT_ALLOWED = 403;

    @Inject
    GraphQLSchema schema;

    @Inject
    Operations operations;

    @Inject
    Sql sql;

    private Planted planted;
    private Crawl crawl;

    @BeforeEach
    void plant() {
        planted = new Planted(world, sql);
        crawl = new Crawl(schema, planted);
    }

    private List<Asker> callers() {
        return Asker.all(planted);
    }

    @Test
    void every_query_answers_those_who_may_and_nobody_else() {
        for (GraphQLFieldDefinition query : schema.getQueryType().getFieldDefinitions()) {
            Rule rule = Rules.of(Rules.queries(), query.getName());
            callers().forEach(caller -> asked(caller, "{ " + crawl.selected(query) + " }", rule.right()));
        }
    }

    @Test
    void every_field_of_every_object_answers_those_who_may_read_and_nobody_else() {
        Map<String, Crawl.Reached> queries = crawl.everyType();
        assertThat(queries.keySet()).containsAll(objectTypes());
        queries.values()
                .forEach(it -> callers()
                        .forEach(caller -> asked(
                                caller, "{ " + it.query() + " }", it.root().right())));
    }

    @Test
    void every_subscription_begins_for_those_who_may_and_nobody_else() {
        for (GraphQLFieldDefinition field : schema.getSubscriptionType().getFieldDefinitions()) {
            Rule rule = Rules.subscriptions().get(field.getName());
            // Those of the edge's own tests are nobody's business.
            if (rule == null) {
                continue;
            }
            String query = "subscription { " + crawl.selected(field) + " }";
            for (Asker caller : callers()) {
                assertThat(refusal(caller.who(), query))
                        .as(caller.name() + ": " + query)
                        .isEqualTo(
                                caller.isNobody()
                                        ? "UNAUTHENTICATED"
                                        : caller.who().may(Objects.requireNonNull(rule.right())) ? "" : "NOT_ALLOWED");
            }
        }
    }

    @Test
    void every_mutation_is_carried_out_for_those_who_may_and_for_others_nothing_is_written() {
        List<GraphQLFieldDefinition> mutations =
                Objects.requireNonNull(schema.getMutationType()).getFieldDefinitions().stream()
                        .filter(field -> field.getArgument("input") != null)
                        .filter(field ->
                                unwrapAll(field.getArgument("input").getType()) instanceof GraphQLInputObjectType)
                        .toList();
        assertThat(mutations.stream().map(GraphQLFieldDefinition::getName)).containsAll(decided());
        Map<String, String> before = sql.contents();
        for (Asker caller : callers()) {
            for (GraphQLFieldDefinition mutation : mutations) {
                Rule rule = Rules.of(Rules.mutations(), mutation.getName());
                if (caller.isNobody()) {
                    refused(post(caller, mutation, crawl.barely(mutation)), UNAUTHENTICATED, "UNAUTHENTICATED");
                } else if (!caller.mayWrite(rule)) {
                    List<String> codes = codes(caller, mutation);
                    assertThat(codes)
                            .as(caller.name() + " " + rule.name())
                            .isNotEmpty()
                            .containsOnly("NOT_ALLOWED");
                } else if (!caller.who().may(Right.READ)) {
                    refused(post(caller, mutation, crawl.fully(mutation)), NOT_ALLOWED, "NOT_ALLOWED");
                }
            }
        }
        Map<String, String> after = sql.contents();
        assertThat(after).isEqualTo(before);
        for (Asker caller : callers()) {
            for (GraphQLFieldDefinition mutation : mutations) {
                Rule rule = Rules.of(Rules.mutations(), mutation.getName());
                if (caller.mayWrite(rule)) {
                    // Another address would be another login, which is for those who reach everywhere.
                    boolean isLogin =
                            rule.name().equals("personUpdate") && caller.who().isLimited();
                    boolean isBeyond = isLogin || (rule.scope() == Rule.Scope.ITEMS && !caller.isWithin());
                    assertThat(codes(caller, mutation).contains("NOT_ALLOWED"))
                            .as(caller.name() + " " + rule.name())
                            .isEqualTo(isBeyond);
                }
            }
        }
    }

    @Test
    void every_door_beside_graphql_lets_in_those_who_may_and_nobody_else() {
        for (Asker caller : callers()) {
            door(caller, Right.READ, "/export/kpi-values.csv");
            door(caller, Right.READ, "/charts/kpi/" + planted.kpiKey + ".svg");
            Response ingest = As.caller(
                    caller.who(),
                    () -> RestAssured.given()
                            .contentType("application/json")
                            .body("[]")
                            .post("/ingest/kpi-values"));
            assertThat(ingest.statusCode()).as(caller.name()).isEqualTo(status(caller, Right.WRITE_VALUES));
        }
    }

    private void door(Asker caller, Right right, String path) {
        Response answer = As.caller(caller.who(), () -> RestAssured.get(path));
        assertThat(answer.statusCode()).as(caller.name() + " " + path).isEqualTo(status(caller, right));
        if (answer.statusCode() != OK) {
            assertThat(answer.jsonPath().getString("error.code"))
                    .isEqualTo(caller.isNobody() ? "UNAUTHENTICATED" : "NOT_ALLOWED");
        }
    }

    private static int status(Asker caller, Right right) {
        return caller.isNobody() ? UNAUTHENTICATED : caller.who().may(right) ? OK : NOT_ALLOWED;
    }

    private void asked(Asker caller, String query, Right right) {
        Response answer = As.caller(caller.who(), () -> send(query, Map.of()));
        int status = right == null ? (caller.isNobody() ? UNAUTHENTICATED : OK) : status(caller, right);
        assertThat(answer.statusCode())
                .as(caller.name() + ": " + query + " -> " + answer.asString())
                .isEqualTo(status);
        if (status == OK) {
            assertThat(answer.jsonPath().getList("errors"))
                    .as(caller.name() + ": " + query + " -> " + answer.asString())
                    .isNull();
        } else {
            refused(answer, status, caller.isNobody() ? "UNAUTHENTICATED" : "NOT_ALLOWED");
        }
    }

    private static void refused(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("errors[0].extensions.code")).isEqualTo(code);
        assertThat((Object) answer.jsonPath().get("data")).isNull();
    }

    /** Of all that was refused, of the call or of its items. */
    private List<String> codes(Asker caller, GraphQLFieldDefinition mutation) {
        Response answer = post(caller, mutation, crawl.barely(mutation));
        String what = caller.name() + " " + mutation.getName() + " -> " + answer.asString();
        assertThat(answer.statusCode()).as(what).isEqualTo(OK);
        assertThat(answer.jsonPath().getList("errors")).as(what).isNull();
        String payload = "data." + mutation.getName();
        List<String> codes = new ArrayList<>(answer.jsonPath().getList(payload + ".userErrors.code"));
        List<String> items = answer.jsonPath().getList(payload + ".results.error.code");
        if (items != null) {
            items.stream().filter(Objects::nonNull).forEach(codes::add);
        }
        return codes;
    }

    private Response post(Asker caller, GraphQLFieldDefinition mutation, String selected) {
        String type =
                ((GraphQLNamedType) unwrapAll(mutation.getArgument("input").getType())).getName();
        Object input = crawl.input(mutation, Rules.of(Rules.mutations(), mutation.getName()));
        String query = "mutation($input: " + type + "!) { " + selected + " }";
        return As.caller(caller.who(), () -> send(query, Map.of("input", input)));
    }

    private static Response send(String query, Map<String, Object> variables) {
        return RestAssured.given()
                .contentType("application/json; charset=utf-8")
                .body(new JsonObject(GraphQl.input("query", query, "variables", variables)).encode())
                .post("/graphql");
    }

    private String refusal(Who who, String query) {
        String body = new JsonObject(GraphQl.input("query", query)).encode();
        try {
            operations.read(Asked.read(Json.createReader(new StringReader(body)).readObject()), who);
            return "";
        } catch (DocumentRefused refused) {
            RequestCode code = refused.code();
            return code.name();
        }
    }

    private Set<String> decided() {
        return Rules.mutations().keySet().stream().collect(Collectors.toSet());
    }

    /** All that can be read by a query. */
    private Set<String> objectTypes() {
        Map<String, GraphQLObjectType> types = new TreeMap<>();
        schema.getAllTypesAsList().forEach(type -> {
            if (type instanceof GraphQLObjectType object && !object.getName().startsWith("__")) {
                types.put(object.getName(), object);
            }
        });
        types.keySet()
                .removeIf(name -> name.endsWith("Payload")
                        || Set.of(
                                        "Query",
                                        "Mutation",
                                        "Subscription",
                                        "UserError",
                                        "KpiValueResult",
                                        "GoalChange",
                                        "KpiSignalEvent")
                                .contains(name));
        return types.keySet();
    }
}
