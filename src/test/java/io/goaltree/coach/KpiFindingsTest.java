package io.goaltree.coach;

import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.goaltree.World.values;
import static io.goaltree.coach.FindingCode.COMPANIONS_DIVERGE;
import static io.goaltree.coach.FindingCode.GRADUATED_LEVEL_LOST;
import static io.goaltree.coach.FindingCode.KPI_REDEFINED_OFTEN;
import static io.goaltree.coach.FindingCode.KPI_REVIEW_OVERDUE;
import static io.goaltree.coach.FindingCode.KPI_STALE;
import static io.goaltree.coach.FindingCode.KPI_USEFULNESS_UNKNOWN;
import static io.goaltree.coach.FindingCode.KPI_WITHOUT_OWNER;
import static io.goaltree.coach.FindingCode.KPI_WITHOUT_RANGE;
import static io.goaltree.coach.FindingCode.TOO_FEW_KPIS;
import static io.goaltree.coach.FindingCode.TOO_MANY_KPIS;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each code on KPIs at its limit and one beyond. The clock stands on 2026-11-22, a Sunday. */
@QuarkusTest
class KpiFindingsTest extends ApiTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    @Inject
    Remarks remarks;

    private String team;

    @BeforeEach
    void aTeam() {
        team = world.team();
    }

    @Test
    void a_team_has_five_to_ten_kpis() {
        assertThat(Remarks.codes(team)).as("a team that does nothing yet").isEmpty();
        String objective = remarks.objective(team, world.cycle());
        assertThat(found(TOO_FEW_KPIS)).containsExactly("Team " + team + " {kpis=0, limit=5}");
        mutate("objectiveCancel", input("id", objective)).done();
        assertThat(found(TOO_FEW_KPIS)).isEmpty();
        for (int i = 0; i < 4; i++) {
            remarks.kpi(team);
        }
        assertThat(found(TOO_FEW_KPIS)).containsExactly("Team " + team + " {kpis=4, limit=5}");
        for (int i = 5; i <= 10; i++) {
            remarks.kpi(team);
            assertThat(found(TOO_FEW_KPIS)).isEmpty();
            assertThat(found(TOO_MANY_KPIS)).isEmpty();
        }
        String last = remarks.kpi(team);
        assertThat(found(TOO_MANY_KPIS)).containsExactly("Team " + team + " {kpis=11, limit=10}");
        mutate("kpiArchive", input("kpi", last)).done();
        assertThat(found(TOO_MANY_KPIS)).isEmpty();
    }

    @Test
    void a_kpi_needs_a_range_an_owner_and_a_use() {
        remarks.kpi(team);
        assertThat(Remarks.codes(team)).containsExactly("TOO_FEW_KPIS");
        String bare = remarks.kpi(team, "upper", null, "owner", null, "reflects", null, "whenItMoves", null);
        assertThat(found(KPI_WITHOUT_RANGE)).containsExactly(about(bare, "{unit=%}"));
        String key = GraphQl.ask("query($id: ID) { team(id: $id) { key } }", "id", team)
                .string("team.key");
        assertThat(found(KPI_WITHOUT_OWNER)).containsExactly(about(bare, "{team=" + key + "}"));
        assertThat(found(KPI_USEFULNESS_UNKNOWN)).containsExactly(about(bare, "{missing=reflects, whenItMoves}"));
        mutate("kpiArchive", input("kpi", bare)).done();
        assertThat(Remarks.codes(team)).containsExactly("TOO_FEW_KPIS");
    }

    @Test
    void a_kpi_is_stale_when_the_one_rule_says_so() {
        String fresh = remarks.kpi(team);
        values(fresh, LocalDate.parse("2026-11-19"), 1);
        assertThat(found(KPI_STALE)).isEmpty();
        String stale = remarks.kpi(team);
        values(stale, LocalDate.parse("2026-11-18"), 1);
        assertThat(found(KPI_STALE))
                .containsExactly(about(stale, "{newestPeriodEnd=2026-11-18, cadence=DAILY, graceDays=2}"));
    }

    @Test
    void a_review_is_overdue_a_month_and_the_days_of_grace_after_the_latest_one_or_the_beginning() {
        String never = remarks.kpi(team);
        String rarely = remarks.kpi(team, "cadence", "QUARTERLY");
        String reviewed = remarks.kpi(team);
        remarks.reviewed(reviewed, "2026-11-30T12:00:00Z");
        clock.set(Instant.parse("2026-12-24T23:00:00Z"));
        assertThat(found(KPI_REVIEW_OVERDUE)).isEmpty();
        clock.set(Instant.parse("2026-12-25T00:00:00Z"));
        assertThat(found(KPI_REVIEW_OVERDUE))
                .containsExactly(about(never, "{dueOn=2026-12-22, reviewedOn=never, graceDays=2}"));
        clock.set(Instant.parse("2027-01-02T00:00:00Z"));
        assertThat(found(KPI_REVIEW_OVERDUE))
                .contains(about(reviewed, "{dueOn=2026-12-30, reviewedOn=2026-11-30, graceDays=2}"))
                .hasSize(2);
        clock.set(Instant.parse("2027-02-25T00:00:00Z"));
        assertThat(found(KPI_REVIEW_OVERDUE))
                .contains(about(rarely, "{dueOn=2027-02-22, reviewedOn=never, graceDays=2}"));
    }

    @Test
    void the_zone_of_the_service_says_what_day_it_is_as_for_reviews_that_are_due() {
        String far = remarks.kpi(team, "zone", "Pacific/Auckland");
        remarks.reviewed(far, "2026-11-22T12:00:00Z");
        clock.set(Instant.parse("2026-12-21T23:59:59Z"));
        assertThat(reviewsDue()).isEmpty();
        clock.set(Instant.parse("2026-12-22T00:00:00Z"));
        assertThat(reviewsDue()).containsExactly(far);
        clock.set(Instant.parse("2026-12-24T23:59:59Z"));
        assertThat(found(KPI_REVIEW_OVERDUE)).isEmpty();
        clock.set(Instant.parse("2026-12-25T00:00:00Z"));
        assertThat(found(KPI_REVIEW_OVERDUE))
                .containsExactly(about(far, "{dueOn=2026-12-22, reviewedOn=2026-11-22, graceDays=2}"));
    }

    private List<String> reviewsDue() {
        return GraphQl.ask("query($team: String) { reviewsDue(team: $team) { key } }", "team", team)
                .list("reviewsDue.key");
    }

    @Test
    void two_versions_a_year_are_enough_and_the_first_one_counts() {
        String kpi = remarks.kpi(team);
        remarks.redefined(kpi, 2, "2025-11-22T09:30:00Z");
        remarks.redefined(kpi, 3, "2026-11-01T00:00:00Z");
        assertThat(found(KPI_REDEFINED_OFTEN)).as("the second is 365 days old").isEmpty();
        remarks.redefined(kpi, 4, "2025-11-22T09:30:01Z");
        assertThat(found(KPI_REDEFINED_OFTEN)).containsExactly(about(kpi, "{versions=3, limit=2, days=365}"));
    }

    @Test
    void companions_diverge_when_both_show_more_than_noise() {
        String better = remarks.kpi(team);
        String worse = remarks.kpi(team, "companions", List.of(better));
        Remarks.noise(better, TODAY.minusDays(1), 20);
        Remarks.noise(worse, TODAY.minusDays(1), 20);
        values(better, TODAY, 40);
        assertThat(found(COMPANIONS_DIVERGE)).isEmpty();
        values(worse, TODAY, -40);
        String evidence = "{worsening=" + worse + ", worseningSince=2026-11-22, improving=" + better
                + ", improvingSince=2026-11-22}";
        assertThat(found(COMPANIONS_DIVERGE)).containsExactly(about(worse, evidence));
        values(better, TODAY, -40);
        assertThat(found(COMPANIONS_DIVERGE)).as("both worsen").isEmpty();
    }

    @Test
    void a_companion_of_another_team_is_seen_and_the_finding_is_about_the_one_that_worsens() {
        String other = world.team();
        String better = remarks.kpi(other);
        String worse = remarks.kpi(team, "companions", List.of(better));
        Remarks.noise(better, TODAY.minusDays(1), 20);
        Remarks.noise(worse, TODAY.minusDays(1), 20);
        values(better, TODAY, 40);
        values(worse, TODAY, -40);
        assertThat(found(COMPANIONS_DIVERGE)).hasSize(1);
        assertThat(Remarks.of(other, COMPANIONS_DIVERGE)).isEmpty();
    }

    @Test
    void a_graduated_level_is_lost_with_the_first_value_outside_the_bounds() {
        String kpi = remarks.kpi(team);
        values(kpi, LocalDate.parse("2026-11-01"), 5);
        String cycle = world.startedCycle();
        String keyResult = remarks.fed(remarks.objective(team, cycle), kpi, 10);
        String earlier = remarks.fed(remarks.objective(team, cycle), kpi, 20);
        remarks.graduated(kpi, earlier, "2026-11-02", 50, 60);
        remarks.graduated(kpi, keyResult, "2026-11-10", 9, 12);
        values(kpi, LocalDate.parse("2026-11-10"), 9, 12);
        assertThat(found(GRADUATED_LEVEL_LOST)).isEmpty();
        values(kpi, LocalDate.parse("2026-11-12"), "8.9", 10, 13);
        assertThat(found(GRADUATED_LEVEL_LOST))
                .containsExactly(
                        about(
                                kpi,
                                "{effectiveFrom=2026-11-10, lower=9, upper=12, periodsOutside=2, lostSince=2026-11-12, value=8.9}"));
    }

    private static String about(String kpi, String evidence) {
        String id = GraphQl.ask("query($key: String) { kpi(key: $key) { id } }", "key", kpi)
                .string("kpi.id");
        return "Kpi " + id + " " + evidence;
    }

    private List<String> found(FindingCode code) {
        return Remarks.of(team, code);
    }
}
