package io.goaltree.coach;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.goaltree.GraphQl.post;
import static io.goaltree.World.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.Wire;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for all findings, whatever their code. */
@QuarkusTest
class FindingsTest extends ApiTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    @Inject
    Remarks remarks;

    @Inject
    Instance<Coaching> coachings;

    private String team;

    @BeforeEach
    void aTeam() {
        team = world.team();
    }

    @Test
    void every_code_is_looked_for_by_one_class() {
        assertThat(coachings.stream().map(Coaching::code)).containsExactlyInAnyOrder(FindingCode.values());
    }

    @Test
    void a_world_with_every_finding_is_written_without_a_refusal_and_all_are_found() {
        String cycle = everything();
        clock.set(Instant.parse("2026-12-26T00:00:00Z"));
        assertThat(Remarks.codes(team))
                .containsAll(Stream.of(FindingCode.values())
                        .map(Enum::name)
                        .filter(code -> !code.equals("TOO_FEW_KPIS"))
                        .toList());
        assertThat(ask(
                                "query($cycle: String, $team: String) { findings(cycle: $cycle, team: $team) { code } }",
                                "cycle",
                                cycle,
                                "team",
                                world.team())
                        .<String>list("findings.code"))
                .isEmpty();
    }

    @Test
    void the_most_serious_come_first_then_by_code_then_by_name() {
        everything();
        clock.set(Instant.parse("2026-12-26T00:00:00Z"));
        List<String> codes = Remarks.codes(team);
        List<String> sorted = new ArrayList<>(codes);
        sorted.sort((a, b) -> {
            FindingCode one = FindingCode.valueOf(a);
            FindingCode two = FindingCode.valueOf(b);
            int bySeverity = two.severity().compareTo(one.severity());
            return bySeverity == 0 ? one.compareTo(two) : bySeverity;
        });
        assertThat(codes).isEqualTo(sorted);
        List<String> keys = ask(
                        "query($team: String) { findings(team: $team, severity: INFO) "
                                + "{ code severity subject { ... on Kpi { key } } } }",
                        "team",
                        team)
                .<Map<String, Map<String, String>>>list("findings")
                .stream()
                .filter(it -> ((Object) it.get("code")).equals("KPI_USEFULNESS_UNKNOWN"))
                .map(it -> it.get("subject").get("key"))
                .toList();
        assertThat(keys).isSorted().hasSizeGreaterThan(1);
        for (Severity severity : Severity.values()) {
            assertThat(ask(
                                    "query($team: String, $severity: Severity) { findings(team: $team, severity: $severity) { code } }",
                                    "team",
                                    team,
                                    "severity",
                                    severity.name())
                            .<String>list("findings.code"))
                    .isEqualTo(codes.stream()
                            .filter(code -> FindingCode.valueOf(code).severity() == severity)
                            .toList());
        }
    }

    @Test
    void a_cycle_narrows_the_goals_and_never_the_kpis() {
        String one = world.startedCycle();
        String other = world.startedCycle();
        String objective = remarks.objective(team, one);
        remarks.objective(team, other);
        String kpi = remarks.kpi(team, "owner", null);
        assertThat(kpi).isNotNull();
        assertThat(codes(one)).containsExactly("TOO_FEW_KEY_RESULTS", "KPI_WITHOUT_OWNER", "TOO_FEW_KPIS");
        assertThat(codes(null))
                .containsExactly("TOO_FEW_KEY_RESULTS", "TOO_FEW_KEY_RESULTS", "KPI_WITHOUT_OWNER", "TOO_FEW_KPIS");
        String key = ask("query($id: ID) { cycle(id: $id) { key } }", "id", one).string("cycle.key");
        assertThat(codes(key)).hasSize(3);
        mutate("cycleBeginClosing", input("cycle", one)).done();
        world.closed(one);
        assertThat(codes(null)).as("a closed cycle is left out").hasSize(3);
        assertThat(codes(one)).as("but may be asked for").hasSize(3);
        assertThat(objective).isNotNull();
        for (String unknown : List.of("no-such-cycle", "cyc_0", "a\u0000b", "")) {
            assertThat(codes(unknown)).isEmpty();
        }
        team = "no-such-team";
        assertThat(codes(null)).isEmpty();
        post("{ findings(severity: BAD) { code } }").refusedWith("GRAPHQL_VALIDATION_FAILED", "BAD");
    }

    @Test
    void a_message_says_every_number_of_its_evidence() {
        everything();
        clock.set(Instant.parse("2026-12-26T00:00:00Z"));
        List<Map<String, Object>> findings = ask(
                        "query($team: String) { findings(team: $team) " + Remarks.FIELDS + " }", "team", team)
                .list("findings");
        for (Map<String, Object> finding : findings) {
            String message = ((String) finding.get("message")).replaceAll("'[^']*'|kpi-\\S+", "");
            String evidence = finding.get("evidence").toString();
            Matcher numbers = Pattern.compile("-?\\d+(?:[.-]\\d+)*").matcher(message);
            while (numbers.find()) {
                assertThat(evidence).as(message).contains(numbers.group());
            }
        }
        assertThat(findings).isNotEmpty();
    }

    @Test
    void findings_are_of_the_instant_that_was_asked_for() {
        String cycle = world.startedCycle();
        String objective = remarks.objective(team, cycle, "title", "Win 20 guests");
        Instant then = clock.instant();
        clock.advance(Duration.ofHours(1));
        mutate("objectiveUpdate", input("id", objective, "expectedVersion", 0, "title", "Win guests"))
                .done();
        remarks.keyResult(objective, "Waste of 3 %");
        remarks.keyResult(objective, "Joy of 4 points");
        clock.set(Instant.parse("2026-12-10T00:00:00Z"));
        String query = "query($cycle: String!, $asOf: DateTime) { goalTree(cycle: $cycle, asOf: $asOf) "
                + "{ objectives { findings { code evidence { value } subject { id } } } } }";
        assertThat(ask(query, "cycle", cycle, "asOf", then.toString())
                        .<List<String>>list("goalTree.objectives.findings.code"))
                .containsExactly(List.of("TOO_FEW_KEY_RESULTS", "OBJECTIVE_WITH_METRIC"));
        assertThat(ask(query, "cycle", cycle).<List<String>>list("goalTree.objectives.findings.code"))
                .containsExactly(List.of("KEY_RESULT_NEVER_CHECKED_IN", "KEY_RESULT_NEVER_CHECKED_IN"));
    }

    @Test
    void many_findings_cost_as_many_statements_as_few() {
        String few = world.startedCycle();
        String many = world.startedCycle();
        grow(few, 1);
        int forFew = Wire.statements(() -> read(few));
        grow(many, 12);
        int forMany = Wire.statements(() -> read(many));
        System.out.println("Statements of all findings of a cycle and a team: " + forMany);
        assertThat(forMany).isEqualTo(forFew);
        int treeOfFew = Wire.statements(() -> tree(few, 1));
        int treeOfMany = Wire.statements(() -> tree(many, 12));
        System.out.println("Statements of a goal tree with findings: " + treeOfMany);
        assertThat(treeOfMany).isEqualTo(treeOfFew);
    }

    private List<String> codes(String cycle) {
        return ask(
                        "query($cycle: String, $team: String) { findings(cycle: $cycle, team: $team) { code } }",
                        "cycle",
                        cycle,
                        "team",
                        team)
                .list("findings.code");
    }

    private void grow(String cycle, int size) {
        for (int i = 0; i < size; i++) {
            String companion = remarks.kpi(team, "owner", null);
            String kpi = remarks.kpi(team, "companions", List.of(companion));
            Remarks.noise(kpi, TODAY, 8);
            String objective = remarks.objective(team, cycle);
            remarks.fed(objective, kpi, 12);
            remarks.keyResult(objective, "Launch the menu");
        }
        // So that a team is a subject in either world.
        for (int i = size; i < 6; i++) {
            remarks.objective(team, cycle);
        }
    }

    private void read(String cycle) {
        var answer = ask(
                "query($cycle: String, $team: String) { findings(cycle: $cycle, team: $team) { code severity message "
                        + "subject { id ... on Objective { title } ... on KeyResult { title } ... on Kpi { key } "
                        + "... on Team { key } } evidence { name value } } }",
                "cycle",
                cycle,
                "team",
                team);
        assertThat(answer.<String>list("findings.code"))
                .contains("TARGET_WITHIN_NOISE", "NO_GUARDRAIL", "TASK_WORDED_KEY_RESULT", "KPI_WITHOUT_OWNER");
    }

    private static void tree(String cycle, int size) {
        assertThat(ask(
                                "query($cycle: String!) { goalTree(cycle: $cycle) { objectives { findings { code subject { id } } } } }",
                                "cycle",
                                cycle)
                        .<List<String>>list("goalTree.objectives.findings.code")
                        .stream()
                        .filter(codes -> codes.contains("TARGET_WITHIN_NOISE")))
                .hasSize(size);
    }

    /** A cycle and KPIs of the team with something to remark under every code; the team has too many KPIs, so not too few. */
    private String everything() {
        String cycle = world.startedCycle();
        String kpi = remarks.kpi(team);
        String companion = remarks.kpi(team, "companions", List.of(kpi));
        Remarks.noise(kpi, TODAY.minusDays(1), 20);
        Remarks.noise(companion, TODAY.minusDays(1), 20);
        values(kpi, TODAY, -40);
        values(companion, TODAY, 40);
        for (int i = 0; i < 9; i++) {
            remarks.kpi(team, "owner", null, "upper", null, "reflects", null);
        }
        remarks.redefined(kpi, 2, "2026-11-01T00:00:00Z");
        remarks.redefined(kpi, 3, "2026-11-02T00:00:00Z");
        List<String> objectives = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            objectives.add(remarks.objective(team, cycle, "title", "Win 20 guests"));
        }
        String fed = remarks.fed(objectives.get(0), kpi, 12);
        String swaying = remarks.kpi(team, "direction", "WITHIN_RANGE");
        Remarks.noise(swaying, TODAY, 8);
        remarks.fed(objectives.get(0), swaying, 90);
        remarks.fed(objectives.get(1), swaying, 2);
        remarks.graduated(kpi, fed, "2026-11-20", 8, 20);
        for (int i = 0; i < 6; i++) {
            String task = remarks.keyResult(objectives.get(2), "Launch the menu");
            if (i == 0) {
                mutate("checkInRecord", input("keyResult", task, "value", 1)).done();
            }
        }
        for (String objective : objectives.subList(0, 3)) {
            remarks.openedFrom(objective, kpi, "We feel it");
        }
        return cycle;
    }
}
