package io.goaltree.coach;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.goaltree.World.values;

import io.goaltree.GraphQl.Answer;
import io.goaltree.Sql;
import io.goaltree.World;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A team of its own in a running cycle, what it does, and what is remarked upon it. */
@ApplicationScoped
public class Remarks {
    static final String FIELDS = "{ code severity message subject { __typename id } evidence { name value } }";

    @Inject
    World world;

    @Inject
    Sql sql;

    /** An objective of this team; its title has no number, unlike the world's. */
    String objective(String team, String cycle, Object... more) {
        Map<String, Object> input = input("cycle", cycle, "title", "Happy guests", "team", team);
        input.putAll(input(more));
        return mutate("objectiveCreate", input).done().id();
    }

    String keyResult(String objective, String title) {
        return mutate(
                        "keyResultCreate",
                        input(
                                "objective",
                                objective,
                                "spec",
                                input("title", title, "reach", input("baseline", 0, "target", 10))))
                .done()
                .id();
    }

    String fed(String objective, String kpi, Object target) {
        return mutate("kpiPromote", input("objective", objective, "kpi", kpi, "target", target))
                .done()
                .id();
    }

    /** A daily KPI of this team with an owner and everything said about it, so that there is nothing to remark. */
    String kpi(String team, Object... more) {
        Map<String, Object> kpi = input(
                "team",
                team,
                "owner",
                world.person(),
                "influencedBy",
                "Cooks",
                "reflects",
                "Joy",
                "whenItMoves",
                "Ask");
        kpi.putAll(input(more));
        List<Object> flat = new ArrayList<>();
        kpi.forEach((name, value) -> {
            flat.add(name);
            flat.add(value);
        });
        return world.kpi(flat.toArray());
    }

    /** 10 and 12 in turn, the last on this day: limits 5.68 and 16.32 around 11. */
    static void noise(String kpi, LocalDate last, int count) {
        Object[] values = new Object[count];
        for (int i = 0; i < count; i++) {
            values[i] = i % 2 == 0 ? 10 : 12;
        }
        values(kpi, last.minusDays(count - 1), values);
    }

    /** Makes an objective one that was opened from a review of this KPI. */
    void openedFrom(String objective, String kpi, String despiteNoise) {
        sql.execute("""
                with review as (
                    insert into kpi_review (id, kpi_id, what_changed, decision, recorded_at, health, behaviour)
                    select gen_random_uuid(), id, 'It fell', 'OPEN_OBJECTIVE', created_at, 'HEALTHY', '{"verdict":"INSUFFICIENT_DATA","segments":[],"signals":[]}'
                    from kpi where key = ? returning id)
                update objective set opened_from = (select id from review), despite_noise = ?
                where id = cast(? as uuid)
                """, kpi, despiteNoise, uuid(objective));
    }

    void reviewed(String kpi, String at) {
        sql.execute("""
                insert into kpi_review (id, kpi_id, what_changed, decision, recorded_at, health, behaviour)
                select gen_random_uuid(), id, 'Nothing', 'NO_ACTION', cast(? as timestamptz), 'HEALTHY', '{"verdict":"INSUFFICIENT_DATA","segments":[],"signals":[]}'
                from kpi where key = ?
                """, at, kpi);
    }

    void redefined(String kpi, int number, String at) {
        sql.execute("""
                insert into kpi_definition (id, kpi_id, number, effective_from, unit, direction, upper, tolerance, recorded_at)
                select gen_random_uuid(), id, ?, '2026-01-01', '%', 'HIGHER_IS_BETTER', 100, 0, cast(? as timestamptz)
                from kpi where key = ?
                """, number, at, kpi);
    }

    void graduated(String kpi, String keyResult, String from, int lower, int upper) {
        sql.execute("""
                insert into kpi_graduation (id, kpi_id, key_result_id, definition_id, effective_from, lower, upper, tolerance,
                    recorded_at)
                select gen_random_uuid(), k.id, cast(? as uuid), d.id, cast(? as date), ?, ?, 0, cast(? as timestamptz)
                from kpi k join kpi_definition d on d.kpi_id = k.id and d.number = 1 where k.key = ?
                """, uuid(keyResult), from, lower, upper, from, kpi);
    }

    /** The findings of one code on a team, each as {@code TYPE id {evidence}}. */
    static List<String> of(String team, FindingCode code) {
        return of(ask("query($team: String) { findings(team: $team) " + FIELDS + " }", "team", team), "findings", code);
    }

    static List<String> of(Answer answer, String path, FindingCode code) {
        List<String> found = new ArrayList<>();
        for (Map<String, Object> finding : answer.<Map<String, Object>>list(path)) {
            if (finding.get("code").equals(code.name())) {
                found.add(shown(finding));
            }
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private static String shown(Map<String, Object> finding) {
        Map<String, Object> subject = (Map<String, Object>) finding.get("subject");
        Map<String, Object> evidence = new LinkedHashMap<>();
        ((List<Map<String, Object>>) finding.get("evidence"))
                .forEach(item -> evidence.put((String) item.get("name"), item.get("value")));
        return subject.get("__typename") + " " + subject.get("id") + " " + evidence;
    }

    static List<String> codes(String team) {
        return ask("query($team: String) { findings(team: $team) { code } }", "team", team)
                .list("findings.code");
    }

    static String uuid(String id) {
        return id.substring(id.indexOf('_') + 1);
    }
}
