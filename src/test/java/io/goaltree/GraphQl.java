package io.goaltree;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A caller of the service: posts a query text with variables over HTTP and reads the answer by path. */
public final class GraphQl {
    private static final Map<String, String> PAYLOADS =
            Map.of("milestone", "keyResult", "check", "checkIn", "key", "keyResult", "guardrail", "objective");
    private static final Map<String, String> INPUTS = Map.of(
            "cycleStart",
            "CycleStateInput",
            "cycleBeginClosing",
            "CycleStateInput",
            "guardrailAdd",
            "GuardrailInput",
            "guardrailRemove",
            "GuardrailInput");

    private GraphQl() {}

    /** An object for variables; values may be null, which {@link Map#of} refuses. */
    public static Map<String, Object> input(Object... namesAndValues) {
        Map<String, Object> input = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            input.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return input;
    }

    /** The answer to a question that must be answered: no errors. */
    public static Answer ask(String query, Object... variables) {
        Answer answer = post(query, variables);
        assertThat(answer.errors()).as(query).isEmpty();
        return answer;
    }

    /** The answer to a question that may be refused. */
    public static Answer post(String query, Object... variables) {
        return postBody(new JsonObject(input("query", query, "variables", input(variables))).encode());
    }

    public static Answer postBody(String body) {
        String answer = RestAssured.given()
                .contentType("application/json; charset=utf-8")
                .body(body)
                .post("/graphql")
                .asString();
        return new Answer(
                answer,
                JsonPath.from(answer).using(JsonPathConfig.jsonPathConfig().numberReturnType(NumberReturnType.DOUBLE)));
    }

    /** A mutation with its one input; the answer holds the payload under the mutation's name. */
    public static Payload mutate(String mutation, Map<String, Object> input) {
        String object = payload(mutation);
        String version = object.equals("checkIn") || object.equals("kpiReview") ? "" : " version";
        Answer answer = ask(
                "mutation($input: %s!) { %s(input: $input) { %s { id%s } userErrors { code message path index } } }"
                        .formatted(inputType(mutation), mutation, object, version),
                "input",
                input);
        return new Payload(answer, mutation, object);
    }

    /** The name of a mutation's object in its payload: the noun that its name begins with. */
    public static String payload(String mutation) {
        if (mutation.equals("kpiPromote")) {
            return "keyResult";
        }
        if (mutation.equals("keyResultGraduate")) {
            return "kpi";
        }
        if (mutation.equals("kpiReviewRecord")) {
            return "kpiReview";
        }
        String noun = mutation.split("(?=[A-Z])")[0];
        return PAYLOADS.getOrDefault(noun, noun);
    }

    private static String inputType(String mutation) {
        return INPUTS.getOrDefault(
                mutation, Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input");
    }

    public record Answer(String text, JsonPath json) {

        /** What lies at a path below {@code data}. */
        public <T> T get(String path) {
            return json.get("data." + path);
        }

        public String string(String path) {
            return json.getString("data." + path);
        }

        public <T> List<T> list(String path) {
            return json.getList("data." + path);
        }

        public List<Map<String, Object>> errors() {
            List<Map<String, Object>> errors = json.getList("errors");
            return errors == null ? List.of() : errors;
        }

        /** The one error of a refused read: its code and message. */
        public Answer refusedWith(String code, String... inMessage) {
            assertThat(errors()).as(text).hasSize(1);
            assertThat(json.getString("errors[0].extensions.code")).as(text).isEqualTo(code);
            for (String part : inMessage) {
                assertThat(json.getString("errors[0].message")).contains(part);
            }
            return this;
        }
    }

    public record Payload(Answer answer, String mutation, String object) {

        public Payload done() {
            assertThat(answer.<Object>list(mutation + ".userErrors"))
                    .as(answer.text())
                    .isEmpty();
            return this;
        }

        public String id() {
            return answer.string(mutation + "." + object + ".id");
        }

        public int version() {
            return answer.<Number>get(mutation + "." + object + ".version").intValue();
        }

        public List<Map<String, Object>> userErrors() {
            return answer.list(mutation + ".userErrors");
        }
    }
}
