package io.goaltree.guardrail;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;

import io.goaltree.World.Goal;
import io.goaltree.kpi.KpiCalls;
import java.util.List;
import java.util.Map;

/** What the tests of guardrails say to the service. */
public final class Guarded {
    private Guarded() {}

    /** A daily KPI that is healthy from 90 to 100 and a warning 5 below and above; its key. */
    public static String kpi(String stem) {
        return kpi(stem, "lower: 90 upper: 100 tolerance: 5");
    }

    public static String kpi(String stem, String fields) {
        String key = KpiCalls.freshKey(stem);
        KpiCalls.create(key, "DAILY", "UTC", fields);
        return key;
    }

    public static void record(String kpi, String day, Object value) {
        KpiCalls.record(KpiCalls.item(kpi, day, value));
    }

    public static void guard(Goal goal, String kpi) {
        mutate("guardrailAdd", input("objective", goal.id, "kpi", kpi)).done();
    }

    public static List<Map<String, Object>> guardrails(String objective) {
        return ask(
                        "query($id: ID!) { objective(id: $id) { guardrails { kpi { key } state breachedSince } } }",
                        "id",
                        objective)
                .list("objective.guardrails");
    }

    public static Map<String, Object> guardrail(String kpi, String state, String breachedSince) {
        return input("kpi", input("key", kpi), "state", state, "breachedSince", breachedSince);
    }
}
