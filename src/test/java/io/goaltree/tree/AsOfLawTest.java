package io.goaltree.tree;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.GraphQl.Answer;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is answered as of an instant is what was answered at that instant, whatever has been written since. */
@QuarkusTest
class AsOfLawTest extends ApiTest {
    private static final String EVERYTHING = """
            query($cycle: String!, $team: String!, $kpi: String!, $goal: ID!, $measured: ID!, $asOf: DateTime) {
              goalTree(cycle: $cycle, asOf: $asOf) { ...Tree }
              ofTeam: goalTree(cycle: $cycle, team: $team, asOf: $asOf) { ...Tree }
              cycleSummary(cycle: $cycle, asOf: $asOf) { cycle { name state expected version } asOf objectives keyResults measured
                ratio expected byStatus { status count } byTeam { team { name } ratio objectives byStatus { status count } } }
              objective(id: $goal, asOf: $asOf) { ...Goal }
              keyResult(id: $measured, asOf: $asOf) { ...Result objective { ...Goal } }
              kpi(key: $kpi, asOf: $asOf) { name unit health isStale version updatedAt latest { value recordedAt }
                healthyRange { lower upper } companions { key name latest { value } }
                behaviour { verdict since direction proposedRebase segments { from to count mean upperLimit reason }
                  signals { rule from to direction } gathering { from count reason } }
                definitions { number effectiveFrom reason formula healthyRange { lower } }
                reviews { nodes { whatChanged health verdict objectives { title } } } holds graduatedFrom { title }
                values(first: 3) { nodes { value note isLate kpi { name } revisions { value replacedAt } } pageInfo { hasNextPage } } }
            }
            fragment Tree on GoalTree { asOf objectiveCount cycle { name version } roots { title } objectives { depth ...Goal } }
            fragment Goal on Objective { id title description ambition state version updatedAt
              team { name parent { name } } owner { name teams { name } } progress { raw ratio expected status coverage }
              keyResults { ...Result } children { title progress { ratio } }
              parents { weight parentObjective { title } parentKeyResult { title } }
              findings { code message evidence { name value } } openedFrom { whatChanged } despiteNoise
              guardrails { kpi { key } state breachedSince } }
            fragment Result on KeyResult { id title unit weight state version current confidence earned updatedAt
              progress { raw ratio expected status coverage } alignments { weight child { title } }
              measure { ... on ReachMeasure { baseline target } ... on HoldMeasure { lower upper cadence }
                ... on MilestoneMeasure { milestones { title weight doneAt } } }
              checkIns(first: 3) { nodes { value note confidence measuredAt recordedAt } pageInfo { hasNextPage } } }
            """;

    private final Random random = new Random(4_004);
    private final List<String> goals = new ArrayList<>();
    private final List<String> results = new ArrayList<>();
    private final List<String> milestones = new ArrayList<>();
    private final List<String> reviews = new ArrayList<>();
    private String cycle;
    private String team;
    private String person;
    private String kpi;

    @Test
    void every_answer_of_a_long_story_is_answered_again() {
        begin();
        Map<Instant, String> answered = new java.util.LinkedHashMap<>();
        int written = 0;
        for (int step = 0; step < 150; step++) {
            clock.advance(Duration.ofMinutes(random.nextInt(60 * 12)).plusNanos(1_000L * random.nextInt(1_000_000)));
            written += write(random.nextInt(26)) ? 1 : 0;
            if (step % 5 == 0) {
                answered.put(clock.instant(), everything(null).text());
            }
            clock.advance(Duration.ofNanos(1_000));
        }
        assertThat(written).isGreaterThan(100);
        answered.forEach((at, answer) ->
                assertThat(everything(at).text()).as("as of " + at).isEqualTo(answer));
        assertThat(new java.util.HashSet<>(answered.values())).hasSameSizeAs(answered.keySet());
    }

    private Answer everything(Instant asOf) {
        return ask(
                EVERYTHING,
                "cycle",
                cycle,
                "team",
                team,
                "kpi",
                kpi,
                "goal",
                goals.get(0),
                "measured",
                results.get(0),
                "asOf",
                asOf == null ? null : asOf.toString());
    }

    private void begin() {
        cycle = world.cycle("2026-10-01", "2027-03-31");
        team = world.team();
        person = world.person();
        kpi = world.key("kpi");
        write(0);
        write(2);
        write(4);
        tell(
                "kpiCreate",
                input("key", kpi, "name", "A KPI", "direction", "HIGHER_IS_BETTER", "cadence", "DAILY", "lower", 3));
    }

    /** One of many writes, by chance one that is refused; whether it was done. */
    private boolean write(int kind) {
        return switch (kind) {
            case 0, 1 ->
                remember(
                        goals,
                        tell(
                                "objectiveCreate",
                                input(
                                        "cycle",
                                        cycle,
                                        "title",
                                        word(),
                                        "team",
                                        random.nextBoolean() ? team : null,
                                        "owner",
                                        random.nextBoolean() ? person : null)));
            case 2, 3 ->
                remember(
                        results,
                        tell(
                                "keyResultCreate",
                                input(
                                        "objective",
                                        any(goals),
                                        "spec",
                                        input(
                                                "title",
                                                word(),
                                                "weight",
                                                random.nextInt(4),
                                                "reach",
                                                input("baseline", 0, "target", 100)))));
            case 4 ->
                remember(
                        results,
                        tell(
                                "keyResultCreate",
                                input(
                                        "objective",
                                        any(goals),
                                        "spec",
                                        input(
                                                "title",
                                                word(),
                                                "hold",
                                                input("lower", 3, "upper", 70, "cadence", "WEEKLY")))));
            case 5 -> steps();
            case 6, 7, 8 ->
                tell(
                                "checkInRecord",
                                input(
                                        "keyResult",
                                        any(results),
                                        "value",
                                        random.nextInt(110),
                                        "note",
                                        word(),
                                        "measuredAt",
                                        clock.instant()
                                                .minus(Duration.ofHours(random.nextInt(200)))
                                                .toString()))
                        != null;
            case 9 ->
                tell(
                                "objectiveAlign",
                                input(
                                        "child",
                                        any(goals),
                                        "parent",
                                        any(random.nextInt(4) == 0 ? results : goals),
                                        "weight",
                                        random.nextInt(3)))
                        != null;
            case 10 -> tell("objectiveUnalign", input("child", any(goals), "parent", any(goals))) != null;
            case 11 -> rename("objectiveUpdate", "objective", any(goals));
            case 12 -> rename("keyResultUpdate", "keyResult", any(results));
            case 13 ->
                random.nextInt(3) > 0
                        ? rename("teamUpdate", "team", team)
                        : tell("keyResultCancel", input("id", any(results))) != null;
            case 14 ->
                !milestones.isEmpty()
                        && tell("milestoneMark", input("milestone", any(milestones), "done", random.nextBoolean()))
                                != null;
            case 15, 16, 17 -> watch(kind);
            default -> values();
        };
    }

    /** What is done with the KPI itself. */
    private boolean watch(int kind) {
        String today = clock.instant().toString().substring(0, 10);
        return switch (kind * 10 + random.nextInt(2)) {
            case 150 ->
                remember(
                        reviews,
                        tell("kpiReviewRecord", input("kpi", kpi, "whatChanged", word(), "decision", "WATCH")));
            case 151 ->
                !reviews.isEmpty()
                        && remember(
                                goals,
                                tell(
                                        "objectiveCreate",
                                        input(
                                                "cycle",
                                                cycle,
                                                "title",
                                                word(),
                                                "openedFrom",
                                                any(reviews),
                                                "despiteNoise",
                                                word())));
            case 160 ->
                tell(
                                "kpiRedefine",
                                input(
                                        "kpi",
                                        kpi,
                                        "effectiveFrom",
                                        today,
                                        "reason",
                                        word(),
                                        random.nextInt(3) == 0 ? "formula" : "lower",
                                        String.valueOf(random.nextInt(5))))
                        != null;
            case 161 -> tell("kpiRebase", input("kpi", kpi, "from", today, "reason", word())) != null;
            case 170 -> tell("guardrailAdd", input("objective", any(goals), "kpi", kpi)) != null;
            default -> remember(results, tell("kpiPromote", input("kpi", kpi, "objective", any(goals), "target", 10)));
        };
    }

    private boolean values() {
        return ask(
                        "mutation($input: KpiValuesRecordInput!) { kpiValuesRecord(input: $input) { created updated } }",
                        "input",
                        input(
                                "values",
                                List.of(input(
                                        "kpi",
                                        kpi,
                                        "at",
                                        clock.instant()
                                                .minus(Duration.ofDays(random.nextInt(4)))
                                                .toString(),
                                        "value",
                                        random.nextInt(6),
                                        "note",
                                        word()))))
                .text()
                .contains("1");
    }

    private boolean steps() {
        String id = tell(
                "keyResultCreate",
                input(
                        "objective",
                        any(goals),
                        "spec",
                        input(
                                "title",
                                word(),
                                "milestones",
                                List.of(input("title", "One"), input("title", "Two", "weight", 2)))));
        if (id == null) {
            return false;
        }
        milestones.addAll(ask(
                        "query($id: ID!) { keyResult(id: $id) { measure { ... on MilestoneMeasure { milestones { id } } } } }",
                        "id",
                        id)
                .list("keyResult.measure.milestones.id"));
        return remember(results, id);
    }

    private boolean rename(String mutation, String type, String id) {
        int version = ask(
                        "query($id: ID!) { node(id: $id) { ... on " + Character.toUpperCase(type.charAt(0))
                                + type.substring(1) + " { version } } }",
                        "id",
                        id)
                .<Number>get("node.version")
                .intValue();
        return tell(
                        mutation,
                        input("id", id, "expectedVersion", version, type.equals("team") ? "name" : "title", word()))
                != null;
    }

    /** The id of what a mutation answers; null when it was refused. */
    private static String tell(String mutation, Map<String, Object> input) {
        var payload = io.goaltree.GraphQl.mutate(mutation, input);
        return payload.userErrors().isEmpty() ? payload.id() : null;
    }

    private static boolean remember(List<String> list, String id) {
        return id != null && list.add(id);
    }

    private String any(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String word() {
        return "Word " + random.nextInt(100_000);
    }
}
