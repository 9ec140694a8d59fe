package io.goaltree.gate;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;

import io.goaltree.As;
import io.goaltree.World;
import io.goaltree.access.Right;
import io.goaltree.access.Who;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two teams' goals in one tree: private ones of one of them between, above and below public ones, with everything that can
 * belong to an objective or lead to one. Every text of what is private holds the canary.
 */
final class PrivateWorld {
    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");

    final String canary;
    final String inside;
    final String outside;
    final String owner;
    final String cycle;
    final String before;
    final String kpi;
    final String kpiId;
    /** Public parents of what is private. */
    final World.Goal parent;

    final World.Goal other;
    /** Private, with everything. */
    final String secret;
    /** Public, below what is private. */
    final World.Goal child;
    /** Private, of an earlier cycle; its copy is public. */
    final String original;

    final String copy;
    final String keyResult;
    final String checkIn;
    final String fed;
    final String review;
    final World.Measured ofParent;

    PrivateWorld(World world) {
        canary = world.key("Canary");
        inside = world.team();
        outside = world.team();
        owner = world.person();
        before = world.cycle("2026-07-01", "2026-09-30");
        cycle = world.startedCycle();
        kpi = world.kpi("team", outside);
        kpiId = ask("query($key: String) { kpi(key: $key) { id } }", "key", kpi).string("kpi.id");
        World.values(kpi, FIRST, 50);
        parent = world.objective(cycle);
        other = world.objective(cycle);
        ofParent = parent.reach(0, 100);
        ofParent.value(50);
        secret = id(mutate(
                "objectiveCreate",
                input(
                        "cycle",
                        cycle,
                        "title",
                        canary + " secret",
                        "description",
                        canary,
                        "visibility",
                        "TEAM",
                        "team",
                        inside,
                        "owner",
                        owner,
                        "parent",
                        parent.id,
                        "openedFrom",
                        kpiId)));
        align(secret, other.id, 1);
        align(secret, ofParent.id, 0);
        keyResult = measured(secret, "reach", input("baseline", 0, "target", 10));
        checkIn = id(
                mutate("checkInRecord", input("keyResult", keyResult, "value", 8, "note", canary, "confidence", 0.5)));
        String steps = measured(secret, "milestones", List.of(input("title", canary + " step", "weight", 1)));
        String step = ask(
                        "query($id: ID!) { keyResult(id: $id) { measure { ... on MilestoneMeasure { milestones { id } } } } }",
                        "id",
                        steps)
                .<String>list("keyResult.measure.milestones.id")
                .get(0);
        mutate("milestoneMark", input("milestone", step, "done", true)).done();
        fed = id(mutate(
                "kpiPromote", input("kpi", kpi, "objective", secret, "target", 80, "title", canary + " promoted")));
        World.values(kpi, FIRST.plusDays(1), 85, 20);
        mutate("keyResultGraduate", input("keyResult", fed, "lower", 60)).done();
        mutate("guardrailAdd", input("objective", secret, "kpi", kpi)).done();
        review = ask("query($id: ID!) { objective(id: $id) { openedFrom { id } } }", "id", secret)
                .string("objective.openedFrom.id");
        child = world.objectiveAt(cycle, 100);
        align(child.id, secret, 1);
        align(world.objective(cycle).id, keyResult, 0);
        original = id(mutate(
                "objectiveCreate",
                input("cycle", before, "title", canary + " old", "visibility", "TEAM", "team", inside)));
        measured(original, "reach", input("baseline", 0, "target", 10));
        copy = ask(
                        "mutation($input: ObjectiveCarryOverInput!) { objectiveCarryOver(input: $input) { objectives { id } } }",
                        "input",
                        input("into", cycle, "objectives", List.of(original)))
                .<String>list("objectiveCarryOver.objectives.id")
                .get(0);
        mutate("objectiveUpdate", input("id", copy, "expectedVersion", 0, "visibility", "PUBLIC", "title", "A copy"))
                .done();
        List<String> copied = ask("query($id: ID!) { objective(id: $id) { keyResults { id } } }", "id", copy)
                .list("objective.keyResults.id");
        mutate("keyResultUpdate", input("id", copied.get(0), "expectedVersion", 0, "title", "A copy"))
                .done();
    }

    Who insider() {
        return As.bound(Set.of(Right.READ), inside);
    }

    Who outsider() {
        return As.bound(Set.of(Right.READ), outside);
    }

    /** What no answer for an outsider may hold: every id of what is private, and the canary. */
    List<String> secrets() {
        List<String> secrets = new ArrayList<>(List.of(canary, secret, original));
        for (String objective : List.of(secret, original)) {
            Map<String, Object> found = ask("""
                            query($id: ID!) { objective(id: $id) { keyResults { id checkIns { nodes { id } }
                              measure { ... on MilestoneMeasure { milestones { id } } } } } }
                            """, "id", objective).get("objective");
            var matcher = java.util.regex.Pattern.compile("\\w+_[0-9a-f]{32}").matcher(found.toString());
            while (matcher.find()) {
                secrets.add(matcher.group());
            }
        }
        return secrets;
    }

    private String measured(String objective, String measure, Object spec) {
        return id(mutate(
                "keyResultCreate",
                input("objective", objective, "spec", input("title", canary + " result", measure, spec))));
    }

    private static void align(String child, String parent, int weight) {
        mutate("objectiveAlign", input("child", child, "parent", parent, "weight", weight))
                .done();
    }

    private static String id(io.goaltree.GraphQl.Payload payload) {
        return payload.done().id();
    }
}
