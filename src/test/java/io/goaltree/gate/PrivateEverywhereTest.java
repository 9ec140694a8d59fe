package io.goaltree.gate;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.As;
import io.goaltree.GraphQl;
import io.goaltree.access.Right;
import io.goaltree.access.Who;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Not seen is not found, whatever way it is asked for. */
@QuarkusTest
class PrivateEverywhereTest extends ApiTest {
    private static final int MOST_STEPS = 4;
    private static final int FEWEST_STEPS = 3;

    /** A field of Query with its arguments, and whether it leads to what is private of those who see it. */
    private record Question(String field, String arguments, boolean isLeading) {}

    /** What other tests have planted, and hidden, comes up there as well. */
    private static final Set<String> OF_ALL_TEAMS =
            Set.of("findings", "kpis", "reviewsDue", "kpiGaps", "objectives", "checkInsDue", "viewer");

    @Test
    void no_field_of_any_query_tells_an_outsider_of_what_is_private() {
        PrivateWorld it = new PrivateWorld(world);
        List<String> secrets = it.secrets();
        assertThat(secrets).hasSizeGreaterThan(8);
        Everything everything = new Everything();
        // Tokens are for administrators, and know no goals.
        Set<String> asked = new HashSet<>(Set.of("apiTokens"));
        List<String> problems = new ArrayList<>();
        for (Question question : questions(it)) {
            asked.add(question.field);
            String query = affordable(question, everything);
            String outside = As.caller(it.outsider(), () -> GraphQl.post(query)).text();
            String inside = As.caller(it.insider(), () -> GraphQl.post(query)).text();
            String whole = GraphQl.post(query).text();
            // An id that was asked for comes back in an error, as one that never was.
            String told = outside.replaceAll("There is nothing with the id '\\w+'", "");
            secrets.stream().filter(told::contains).forEach(secret -> problems.add(secret + " told by " + question));
            if (!outside.contains("\"data\"") || (outside + inside).contains("INTERNAL")) {
                problems.add("Failed: " + question + " " + outside + inside);
            }
            if (!OF_ALL_TEAMS.contains(question.field) && !inside.equals(whole)) {
                problems.add("The insider is told something else: " + question + "\n" + inside + "\n" + whole);
            }
            if (question.isLeading && !inside.contains(it.canary)) {
                problems.add("Leads nowhere: " + question + " " + inside);
            }
        }
        assertThat(problems).isEmpty();
        assertThat(asked).containsExactlyInAnyOrderElementsOf(everything.fieldsOfQuery());
    }

    /** As deep as the limits of documents let it be. */
    private static String affordable(Question question, Everything everything) {
        for (int steps = MOST_STEPS; ; steps--) {
            String query =
                    "{ " + question.field + question.arguments + " " + everything.ofQuery(question.field, steps) + " }";
            if (steps == FEWEST_STEPS || GraphQl.post(query).text().contains("\"data\"")) {
                return query;
            }
        }
    }

    private static List<Question> questions(PrivateWorld it) {
        List<Question> questions = new ArrayList<>();
        String now = Instant.parse("2026-11-22T09:30:00Z").toString();
        for (String state : List.of("", ", asOf: \"" + now + "\"")) {
            questions.add(new Question("goalTree", "(cycle: \"" + it.cycle + "\"" + state + ")", true));
            questions.add(new Question("cycleSummary", "(cycle: \"" + it.cycle + "\"" + state + ")", false));
            questions.add(new Question("cycleSummaryRows", "(cycle: \"" + it.cycle + "\"" + state + ")", true));
            questions.add(new Question("keyResultRows", "(cycle: \"" + it.cycle + "\"" + state + ")", true));
            questions.add(new Question("kpi", "(id: \"" + it.kpiId + "\"" + state + ")", true));
            for (String objective : List.of(it.secret, it.original, it.parent.id, it.other.id, it.child.id, it.copy)) {
                questions.add(new Question("objective", "(id: \"" + objective + "\"" + state + ")", true));
            }
        }
        String since = "2026-11-22T09:29:00Z";
        questions.add(new Question(
                "cycleSummaryRows", "(cycle: \"" + it.cycle + "\", updatedSince: \"" + since + "\")", true));
        questions.add(
                new Question("keyResultRows", "(cycle: \"" + it.cycle + "\", updatedSince: \"" + since + "\")", true));
        questions.add(new Question("goalTree", "(cycle: \"" + it.cycle + "\", team: \"" + it.inside + "\")", true));
        questions.add(new Question("objectives", "(filter: {cycle: \"" + it.cycle + "\"})", true));
        questions.add(new Question("objectives", "(filter: {text: \"" + it.canary + "\"})", true));
        questions.add(new Question("objectives", "(filter: {team: \"" + it.inside + "\"})", true));
        questions.add(new Question("objectives", "(filter: {owner: \"" + it.owner + "\", status: BEHIND})", false));
        questions.add(new Question("findings", "(cycle: \"" + it.cycle + "\")", true));
        questions.add(new Question("findings", "(team: \"" + it.inside + "\")", true));
        questions.add(new Question("checkInsDue", "(team: \"" + it.inside + "\", on: \"2026-12-20\")", true));
        questions.add(new Question("node", "(id: \"" + it.secret + "\")", true));
        questions.add(new Question("node", "(id: \"" + it.review + "\")", true));
        String ids = "[\"" + String.join("\", \"", it.secret, it.keyResult, it.checkIn, it.kpiId, it.parent.id) + "\"]";
        questions.add(new Question("nodes", "(ids: " + ids + ")", true));
        questions.add(new Question("keyResult", "(id: \"" + it.keyResult + "\")", true));
        questions.add(new Question("keyResult", "(id: \"" + it.ofParent.id + "\")", true));
        for (String id : List.of(it.secret, it.original, it.keyResult, it.kpiId, it.review)) {
            questions.add(new Question("history", "(id: \"" + id + "\")", true));
        }
        for (String id : List.of(it.checkIn, it.parent.id, it.other.id, it.child.id, it.copy, it.ofParent.id)) {
            questions.add(new Question("history", "(id: \"" + id + "\")", id.equals(it.checkIn)));
        }
        questions.add(new Question("kpis", "(filter: {text: \"" + it.kpi + "\"}, first: 5)", true));
        questions.add(new Question("reviewsDue", "(team: \"" + it.outside + "\", on: \"2027-03-01\")", true));
        questions.add(new Question("kpiGaps", "(team: \"" + it.outside + "\")", false));
        questions.add(new Question("kpiValueRows", "(kpis: [\"" + it.kpi + "\"])", false));
        questions.add(new Question("cycle", "(id: \"" + it.cycle + "\")", false));
        questions.add(new Question("cycles", "(first: 1)", false));
        questions.add(new Question("currentCycle", "", false));
        questions.add(new Question("people", "(first: 1)", false));
        questions.add(new Question("team", "(key: \"x\")", false));
        questions.add(new Question("teams", "(first: 1)", false));
        questions.add(new Question("viewer", "", false));
        return questions;
    }

    @Test
    void no_export_and_no_chart_tells_an_outsider_either() {
        PrivateWorld it = new PrivateWorld(world);
        List<String> secrets = it.secrets();
        for (String file :
                List.of("cycle-summary.csv", "cycle-summary.ndjson", "key-results.csv", "key-results.ndjson")) {
            for (String more : List.of("", "&updatedSince=2026-11-22T09:29:00Z")) {
                String path = "/export/" + file + "?cycle=" + it.cycle + more;
                assertThat(get(it.outsider(), path)).doesNotContain(secrets).contains(it.parent.id);
                assertThat(get(it.insider(), path)).contains(it.canary).contains(it.secret);
            }
        }
        for (String file : List.of("kpi-values.csv", "kpi-values.ndjson")) {
            assertThat(get(it.outsider(), "/export/" + file + "?kpis=" + it.kpi))
                    .doesNotContain(secrets)
                    .contains(it.kpi);
        }
        assertThat(get(it.outsider(), "/charts/kpi/" + it.kpi + ".svg")).doesNotContain(secrets);
        assertThat(get(it.insider(), "/charts/objective/" + it.secret + ".svg")).contains(it.canary);
        String unseen = get(it.outsider(), "/charts/objective/" + it.secret + ".svg");
        String never = "obj_00000000000000000000000000000000";
        assertThat(unseen.replace(it.secret, never))
                .isEqualTo(get(it.outsider(), "/charts/objective/" + never + ".svg"));
    }

    @Test
    void what_is_not_seen_is_answered_like_what_never_was() {
        PrivateWorld it = new PrivateWorld(world);
        String never = "00000000000000000000000000000000";
        for (String id : it.secrets()) {
            if (!id.matches("\\w+_[0-9a-f]{32}") || id.startsWith("Canary")) {
                continue;
            }
            String unknown = id.replaceAll("[0-9a-f]{32}", never);
            for (String query : List.of(
                    "query($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }",
                    "query($id: ID!) { history(id: $id) { nodes { type } } }",
                    "query($id: ID!) { objective(id: $id) { id } }",
                    "query($id: ID!) { keyResult(id: $id) { id } }")) {
                String asked = text(it.outsider(), query, id).replace(id, unknown);
                assertThat(asked).isEqualTo(text(it.outsider(), query, unknown));
            }
        }
    }

    @Test
    void who_owns_the_objective_or_a_key_result_of_it_sees_it_and_loses_sight_with_it() {
        PrivateWorld it = new PrivateWorld(world);
        String colleague = world.person();
        String mate = world.person();
        GraphQl.mutate("keyResultUpdate", input("id", it.keyResult, "expectedVersion", 0, "owner", colleague))
                .done();
        for (String person : List.of(it.owner, colleague)) {
            assertThat(title(As.person(person, Set.of(Right.READ), it.outside), it.secret))
                    .contains(it.canary);
        }
        assertThat(title(As.person(mate, Set.of(Right.READ), it.outside), it.secret))
                .isNull();
        GraphQl.mutate("keyResultUpdate", input("id", it.keyResult, "expectedVersion", 1, "owner", null))
                .done();
        assertThat(title(As.person(colleague, Set.of(Right.READ), it.outside), it.secret))
                .isNull();
        assertThat(title(As.person(mate, Set.of(Right.READ), it.inside), it.secret))
                .contains(it.canary);
    }

    @Test
    void the_past_is_seen_by_what_things_are_now() {
        PrivateWorld it = new PrivateWorld(world);
        Instant secretThen = clock.instant();
        clock.advance(java.time.Duration.ofDays(1));
        GraphQl.mutate("objectiveUpdate", input("id", it.secret, "expectedVersion", 0, "visibility", "PUBLIC"))
                .done();
        Instant publicThen = clock.instant();
        clock.advance(java.time.Duration.ofDays(1));
        assertThat(title(it.outsider(), it.secret, secretThen)).contains(it.canary);
        GraphQl.mutate("objectiveUpdate", input("id", it.secret, "expectedVersion", 1, "visibility", "TEAM"))
                .done();
        assertThat(title(it.outsider(), it.secret, secretThen)).isNull();
        assertThat(title(it.outsider(), it.secret, publicThen)).isNull();
        assertThat(title(it.insider(), it.secret, publicThen)).contains(it.canary);
    }

    private static String title(Who who, String id) {
        return As.caller(who, () -> ask("query($id: ID!) { objective(id: $id) { title } }", "id", id))
                .string("objective.title");
    }

    private static String title(Who who, String id, Instant asOf) {
        return As.caller(
                        who,
                        () -> ask(
                                "query($id: ID!, $asOf: DateTime) { objective(id: $id, asOf: $asOf) { title } }",
                                "id",
                                id,
                                "asOf",
                                asOf.toString()))
                .string("objective.title");
    }

    private static String text(Who who, String query, String id) {
        return As.caller(who, () -> GraphQl.post(query, "id", id)).text();
    }

    private static String get(Who who, String path) {
        return As.caller(who, () -> given().get(path).asString());
    }
}
