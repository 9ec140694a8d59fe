package io.goaltree.gate;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;

import io.goaltree.Sql;
import io.goaltree.World;
import io.goaltree.access.Subject;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One of each thing, all in one team; and a team beside it. */
final class Planted {
    final String team;
    final String beside;
    final String kpiKey;
    final String owner;
    private final Map<Subject, String> ids = new HashMap<>();

    Planted(World world, Sql sql) {
        team = world.team();
        beside = world.team();
        owner = mutate("personCreate", input("name", "Ada", "email", world.email(), "teams", List.of(team)))
                .done()
                .id();
        String cycle = world.startedCycle();
        String objective = objective(cycle, "owner", owner);
        String keyResult = keyResult(objective, "reach", input("baseline", 0, "target", 10));
        String steps = keyResult(objective, "milestones", List.of(input("title", "A step")));
        kpiKey = world.kpi("team", team);
        World.values(kpiKey, LocalDate.parse("2026-11-01"), 5, 6, 7);
        mutate("kpiPromote", input("kpi", kpiKey, "objective", objective, "target", 50))
                .done();
        String review = mutate("kpiReviewRecord", input("kpi", kpiKey, "whatChanged", "It", "decision", "WATCH"))
                .done()
                .id();
        mutate("guardrailAdd", input("objective", objective, "kpi", kpiKey)).done();
        mutate("checkInRecord", input("keyResult", keyResult, "value", 3)).done();
        String parent = objective(cycle);
        mutate("objectiveAlign", input("child", objective, "parent", parent)).done();
        String milestone = ask(
                        "query($id: ID!) { keyResult(id: $id) { measure { ... on MilestoneMeasure"
                                + " { milestones { id } } } } }",
                        "id",
                        steps)
                .string("keyResult.measure.milestones[0].id");
        ids.put(Subject.TEAM, team);
        ids.put(Subject.PERSON, owner);
        ids.put(Subject.CYCLE, cycle);
        ids.put(Subject.OBJECTIVE, objective);
        ids.put(Subject.KEY_RESULT, keyResult);
        ids.put(Subject.KPI_OF_KEY_RESULT, keyResult);
        ids.put(Subject.MILESTONE, milestone);
        ids.put(
                Subject.KPI,
                ask("query($key: String) { kpi(key: $key) { id } }", "key", kpiKey)
                        .string("kpi.id"));
        ids.put(Subject.GOAL, parent);
        ids.put(Subject.ORIGIN, review);
        UUID token = UUID.randomUUID();
        sql.execute(
                "insert into api_token (id, name, secret_hash, rights, team_id, created_at, created_by)"
                        + " values (?, 'Planted', decode(md5(?) || md5('x'), 'hex'), '{READ}', ?, timestamptz '2026-11-01T00:00:00Z', 'test')",
                token,
                token.toString(),
                Ids.uuid(Kind.TEAM, team));
        ids.put(Subject.TOKEN, Ids.of(Kind.API_TOKEN, token));
    }

    String id(Subject subject) {
        String id = ids.get(subject);
        if (id == null) {
            throw new IllegalArgumentException("Nothing was planted of " + subject);
        }
        return id;
    }

    private String objective(String cycle, Object... more) {
        Map<String, Object> objective = input("cycle", cycle, "team", team, "title", "A goal");
        objective.putAll(input(more));
        return mutate("objectiveCreate", objective).done().id();
    }

    private static String keyResult(String objective, Object... measure) {
        Map<String, Object> spec = input(measure);
        spec.put("title", "A result");
        return mutate("keyResultCreate", input("objective", objective, "spec", spec))
                .done()
                .id();
    }
}
