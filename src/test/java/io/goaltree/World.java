package io.goaltree;

import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.GraphQl.Answer;
import io.goaltree.GraphQl.Payload;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Builds what a test needs, through the API. Every key is new, so that a test neither needs an empty database nor minds
 * what others left in it.
 */
@ApplicationScoped
public class World {
    private static final AtomicInteger COUNT = new AtomicInteger();
    /** The service is started anew for each profile of tests, on the same database. */
    private static final String START = UUID.randomUUID().toString().substring(0, 8);

    @Inject
    Sql sql;

    /** A key that no other test has. */
    public String key(String stem) {
        return stem + "-" + START + "-" + COUNT.incrementAndGet();
    }

    public String email() {
        return key("somebody") + "@example.com";
    }

    public String team() {
        return create("teamCreate", input("key", key("team"), "name", "A team"));
    }

    public String person() {
        return create("personCreate", input("name", "Ada", "email", email()));
    }

    /** The quarter around the clock's start. */
    public String cycle() {
        return cycle("2026-10-01", "2026-12-31");
    }

    public String cycle(String startsOn, String endsOn) {
        return cycle(startsOn, endsOn, null);
    }

    public String cycle(String startsOn, String endsOn, String parent) {
        return create(
                "cycleCreate",
                input(
                        "key",
                        key("cycle"),
                        "name",
                        "A cycle",
                        "startsOn",
                        startsOn,
                        "endsOn",
                        endsOn,
                        "parent",
                        parent));
    }

    /** Starts a cycle and begins to close it. */
    public String closing(String cycle) {
        create("cycleStart", input("cycle", cycle));
        create("cycleBeginClosing", input("cycle", cycle));
        return cycle;
    }

    /** Closes a cycle that is new, or CLOSING already. */
    public String closed(String cycle) {
        if ("PLANNED".equals(state(cycle))) {
            closing(cycle);
        }
        create("cycleClose", input("cycle", cycle));
        return cycle;
    }

    public String state(String cycle) {
        return GraphQl.ask("query($id: ID) { cycle(id: $id) { state } }", "id", cycle)
                .string("cycle.state");
    }

    public Goal objective(String cycle) {
        return objective(cycle, key("Objective"));
    }

    public Goal objective(String cycle, String title) {
        return new Goal(create("objectiveCreate", input("cycle", cycle, "title", title)), title);
    }

    public Goal committed(String cycle) {
        String title = key("Promise");
        return new Goal(
                create("objectiveCreate", input("cycle", cycle, "title", title, "ambition", "COMMITTED")), title);
    }

    /** An objective with one REACH from 0 to 100 at this value. */
    public Goal objectiveAt(String cycle, Object value) {
        Goal goal = objective(cycle);
        goal.reach(0, 100).value(value);
        return goal;
    }

    /** The quarter around the clock's start, running. */
    public String startedCycle() {
        String cycle = cycle();
        mutate("cycleStart", input("cycle", cycle)).done();
        return cycle;
    }

    private static String create(String mutation, Map<String, Object> input) {
        return mutate(mutation, input).done().id();
    }

    /** A mutation that must be refused; asserts that no object is answered and no row of any table differs. */
    public Refusal refused(String mutation, Map<String, Object> input) {
        Map<String, String> before = sql.contents();
        Payload payload = mutate(mutation, input);
        assertThat(sql.contents()).as(payload.answer().text()).isEqualTo(before);
        assertThat(payload.userErrors()).as(payload.answer().text()).isNotEmpty();
        boolean conflict = payload.userErrors().stream()
                .anyMatch(error -> error.get("code").equals("VERSION_CONFLICT"));
        // Who has not seen the current version is shown it.
        assertThat(payload.id()).as(payload.answer().text()).isEqualTo(conflict ? input.get("id") : null);
        return new Refusal(payload.userErrors());
    }

    /** A request that is refused before it is executed; asserts that no row differs and no class is named. */
    public Answer refusedRequest(String query, Object... variables) {
        Map<String, String> before = sql.contents();
        Answer answer = GraphQl.post(query, variables);
        assertThat(sql.contents()).isEqualTo(before);
        assertThat(answer.errors()).as(answer.text()).isNotEmpty();
        assertThat(answer.text()).doesNotContain("java.", "io.goaltree", "graphql.", "Exception", "org.");
        return answer;
    }

    /** A well-formed id of nothing. */
    public static String unknown(String tag) {
        return tag + "_" + UUID.randomUUID().toString().replace("-", "");
    }

    /** A daily KPI in percent with a healthy range up to 100; its key. */
    public String kpi(Object... more) {
        Map<String, Object> kpi = new LinkedHashMap<>(input(
                "key", key("kpi"), "name", "A KPI", "unit", "%", "direction", "HIGHER_IS_BETTER", "cadence", "DAILY"));
        kpi.put("upper", 100);
        kpi.putAll(input(more));
        create("kpiCreate", kpi);
        return (String) kpi.get("key");
    }

    /** Records one value a day, the first for this day. */
    public static void values(String kpi, LocalDate first, Object... values) {
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            items.add(input("kpi", kpi, "at", first.plusDays(i).toString(), "value", values[i]));
        }
        GraphQl.Answer answer = GraphQl.ask(
                "mutation($input: KpiValuesRecordInput!) { kpiValuesRecord(input: $input) { rejected } }",
                "input",
                input("values", items));
        assertThat(answer.<Number>get("kpiValuesRecord.rejected").intValue())
                .as(answer.text())
                .isZero();
    }

    /** An objective; what is built on it is built through the API at once. */
    public static final class Goal {
        public final String id;
        public final String title;

        private Goal(String id, String title) {
            this.id = id;
            this.title = title;
        }

        public Measured reach(Object baseline, Object target) {
            return reach(baseline, target, null);
        }

        public Measured reach(Object baseline, Object target, Object weight) {
            return measured("weight", weight, "reach", input("baseline", baseline, "target", target));
        }

        public Measured hold(Object lower, Object upper, String cadence) {
            return measured("hold", input("lower", lower, "upper", upper, "cadence", cadence));
        }

        public Measured milestones(Object... weights) {
            List<Object> steps = new ArrayList<>();
            for (Object weight : weights) {
                steps.add(input("title", "Step " + (steps.size() + 1), "weight", weight));
            }
            return measured("milestones", steps);
        }

        /** A key result that this KPI feeds. */
        public Measured fed(String kpi, Object target) {
            return new Measured(create("kpiPromote", input("kpi", kpi, "objective", id, "target", target)));
        }

        private Measured measured(Object... spec) {
            Map<String, Object> whole = new LinkedHashMap<>(input(spec));
            whole.put("title", "A result");
            return new Measured(create("keyResultCreate", input("objective", id, "spec", whole)));
        }

        public Goal under(Goal parent) {
            return under(parent.id, null);
        }

        public Goal under(Goal parent, Object weight) {
            return under(parent.id, weight);
        }

        public Goal under(Measured parent, Object weight) {
            return under(parent.id, weight);
        }

        private Goal under(String parent, Object weight) {
            create("objectiveAlign", input("child", id, "parent", parent, "weight", weight));
            return this;
        }

        public Goal cancel() {
            create("objectiveCancel", input("id", id, "reason", "No longer"));
            return this;
        }

        /** Where it stands: raw, ratio, expected, status, coverage. */
        public Map<String, Object> progress() {
            return GraphQl.ask(
                            "query($id: ID!) { objective(id: $id) { progress { raw ratio expected status coverage } } }",
                            "id",
                            id)
                    .get("objective.progress");
        }

        public Object ratio() {
            return progress().get("ratio");
        }
    }

    /** A key result. */
    public static final class Measured {
        public final String id;

        private Measured(String id) {
            this.id = id;
        }

        public Measured value(Object value) {
            return value(value, null);
        }

        public Measured value(Object value, String measuredAt) {
            create("checkInRecord", input("keyResult", id, "value", value, "measuredAt", measuredAt));
            return this;
        }

        public Measured cancel() {
            create("keyResultCancel", input("id", id));
            return this;
        }

        public Measured score(Object score) {
            create("keyResultScore", input("id", id, "score", score, "reason", "We know better"));
            return this;
        }

        public Measured done(int... milestones) {
            List<String> ids =
                    get("measure { ... on MilestoneMeasure { milestones { id } } }", "measure.milestones.id");
            for (int milestone : milestones) {
                create("milestoneMark", input("milestone", ids.get(milestone), "done", true));
            }
            return this;
        }

        public Map<String, Object> progress() {
            return get("progress { raw ratio expected status coverage }", "progress");
        }

        public <T> T get(String fields, String path) {
            return GraphQl.ask("query($id: ID!) { keyResult(id: $id) { " + fields + " } }", "id", id)
                    .get("keyResult." + path);
        }

        public <T> T get(String field) {
            return get(field, field);
        }
    }

    /** What a refusal said. */
    public record Refusal(List<Map<String, Object>> userErrors) {

        /** The only problem: its code, its path with dots, and what its message must hold. */
        public Refusal with(String code, String path, String... inMessage) {
            assertThat(userErrors).hasSize(1);
            return and(0, code, path, inMessage);
        }

        /** One of several problems, in the order of the answer. */
        public Refusal and(int index, String code, String path, String... inMessage) {
            Map<String, Object> error = userErrors.get(index);
            assertThat(List.of(error.get("code"), String.join(".", steps(error))))
                    .as(error.toString())
                    .isEqualTo(List.of(code, path));
            for (String part : inMessage) {
                assertThat((String) error.get("message")).contains(part);
            }
            return this;
        }

        /** All problems, each as {@code CODE path}. */
        public List<String> all() {
            return IntStream.range(0, userErrors.size())
                    .mapToObj(i -> userErrors.get(i).get("code") + " " + String.join(".", steps(userErrors.get(i))))
                    .toList();
        }

        @SuppressWarnings("unchecked")
        private static List<String> steps(Map<String, Object> error) {
            return (List<String>) error.get("path");
        }
    }
}
