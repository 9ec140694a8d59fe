package io.goaltree.gate;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;

import io.goaltree.Sql;
import io.goaltree.TestClock;
import io.goaltree.World;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.kpi.KpiCalls;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A private objective of a team, with all that can hang on one, among public ones of another. Every text of it holds the same
 * word, which nobody outside may ever read.
 */
final class Secret {
    final String word = "Canary" + UUID.randomUUID().toString().replace("-", "");
    /** By the names that tries use for them. */
    final Map<String, String> ids = new LinkedHashMap<>();

    final String ownTeam;
    final String otherTeam;

    private Secret(World world) {
        ownTeam = world.team();
        otherTeam = world.team();
    }

    static Secret plant(World world, TestClock clock, Sql sql) {
        Secret secret = new Secret(world);
        secret.plant(world, sql);
        secret.ids.put("then", clock.instant().plus(Duration.ofMinutes(1)).toString());
        clock.advance(Duration.ofHours(1));
        sql.execute(
                "update objective set visibility = 'TEAM' where id = ?",
                Ids.uuid(Kind.OBJECTIVE, secret.id("objective")));
        clock.advance(Duration.ofHours(1));
        return secret;
    }

    /** What a try says, with the names in braces replaced. */
    String told(String text) {
        String told = text;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            told = told.replace("{" + id.getKey() + "}", id.getValue());
        }
        return told;
    }

    String id(String name) {
        return ids.get(name);
    }

    private void plant(World world, Sql sql) {
        String cycleKey = world.key("secret");
        String cycle = mutate(
                        "cycleCreate",
                        input("key", cycleKey, "name", "A cycle", "startsOn", "2026-10-01", "endsOn", "2026-12-31"))
                .done()
                .id();
        mutate("cycleStart", input("cycle", cycle)).done();
        String next = world.cycle();
        String person = world.person();
        String kpiKey = KpiCalls.freshKey("secret");
        String kpi = KpiCalls.create(
                kpiKey, "DAILY", "UTC", ", unit: \"x\", team: \"%s\", lower: 0, upper: 100".formatted(otherTeam));
        KpiCalls.record(KpiCalls.item(kpiKey, "2026-11-20", 42));
        String review = mutate(
                        "kpiReviewRecord",
                        input("kpi", kpiKey, "whatChanged", "Something", "decision", "OPEN_OBJECTIVE"))
                .done()
                .id();
        String parent = objective(input(
                "cycle", cycle, "title", "A public parent", "team", ownTeam, "keyResults", List.of(reach("P", null))));
        String objective = objective(input(
                "cycle",
                cycle,
                "title",
                word + " grows by 20 percent",
                "description",
                word + " described",
                "team",
                otherTeam,
                "owner",
                person,
                "parent",
                parent,
                "openedFrom",
                review,
                "keyResults",
                List.of(reach("Launch " + word, person), milestones())));
        String child =
                objective(input("cycle", cycle, "title", "A public child", "team", ownTeam, "parent", objective));
        Map<String, Object> found = ask(
                        "query($id: ID!) { objective(id: $id) { keyResults { id measure { ... on MilestoneMeasure { milestones { id } } } } } }",
                        "id",
                        objective)
                .get("objective");
        List<Map<String, Object>> keyResults = cast(found.get("keyResults"));
        String keyResult = (String) keyResults.get(0).get("id");
        String stones = (String) keyResults.get(1).get("id");
        List<Map<String, Object>> all = cast(milestonesOf(keyResults));
        String milestone = (String) all.get(0).get("id");
        mutate("milestoneMark", input("milestone", milestone, "done", true)).done();
        String checkIn = mutate(
                        "checkInRecord",
                        input("keyResult", keyResult, "value", 5, "confidence", 0.5, "note", word + " noted"))
                .done()
                .id();
        String fed = mutate(
                        "kpiPromote",
                        input("kpi", kpiKey, "objective", objective, "title", word + " fed", "target", 90))
                .done()
                .id();
        mutate("guardrailAdd", input("objective", objective, "kpi", kpiKey)).done();
        String supporter = objective(input("cycle", cycle, "title", "A public supporter", "team", ownTeam));
        mutate("objectiveAlign", input("child", supporter, "parent", keyResult, "weight", 0))
                .done();
        String copy = ask(
                        "mutation($input: ObjectiveCarryOverInput!) { objectiveCarryOver(input: $input) { objectives { id } } }",
                        "input",
                        input("objectives", List.of(objective), "into", next))
                .string("objectiveCarryOver.objectives[0].id");
        mutate(
                        "objectiveUpdate",
                        input(
                                "id",
                                copy,
                                "expectedVersion",
                                0,
                                "title",
                                "A public copy",
                                "description",
                                null,
                                "team",
                                ownTeam))
                .done();
        sql.execute("update key_result set title = 'Copied' where objective_id = ?", Ids.uuid(Kind.OBJECTIVE, copy));
        sql.execute(
                "update milestone set title = 'Copied' where key_result_id in (select id from key_result where objective_id = ?)",
                Ids.uuid(Kind.OBJECTIVE, copy));
        mutate("keyResultGraduate", input("keyResult", fed, "lower", 10)).done();
        String foreign = objective(input(
                "cycle",
                cycle,
                "title",
                "Public, and of the other team",
                "team",
                otherTeam,
                "keyResults",
                List.of(reach("F", null))));
        String foreignResult = ask("query($id: ID!) { objective(id: $id) { keyResults { id } } }", "id", foreign)
                .string("objective.keyResults[0].id");
        ids.putAll(Map.of("foreign", foreign, "foreignResult", foreignResult));
        ids.putAll(Map.of(
                "cycle",
                cycle,
                "cycleKey",
                cycleKey,
                "next",
                next,
                "person",
                person,
                "kpi",
                kpi,
                "kpiKey",
                kpiKey,
                "review",
                review));
        ids.putAll(Map.of(
                "parent",
                parent,
                "objective",
                objective,
                "child",
                child,
                "keyResult",
                keyResult,
                "stones",
                stones,
                "milestone",
                milestone,
                "checkIn",
                checkIn,
                "fed",
                fed,
                "supporter",
                supporter,
                "copy",
                copy));
        ids.put("ownTeam", ownTeam);
        ids.put("otherTeam", otherTeam);
        ids.put("word", word);
    }

    private static Object milestonesOf(List<Map<String, Object>> keyResults) {
        Map<String, Object> measure = cast(keyResults.get(1).get("measure"));
        return measure.get("milestones");
    }

    private static String objective(Map<String, Object> input) {
        return mutate("objectiveCreate", input).done().id();
    }

    private static Map<String, Object> reach(String title, String owner) {
        return input("title", title, "owner", owner, "reach", input("baseline", 0, "target", 10));
    }

    private Map<String, Object> milestones() {
        return input(
                "title",
                word + " stones",
                "milestones",
                List.of(input("title", word + " stone"), input("title", word + " rock")));
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object object) {
        return (T) object;
    }
}
