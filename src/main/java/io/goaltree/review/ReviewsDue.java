package io.goaltree.review;

import io.goaltree.kpi.Kpi;
import io.goaltree.kpi.KpiAnswers;
import io.goaltree.scoring.ReviewInterval;
import io.goaltree.team.TeamService;
import io.goaltree.time.Cadence;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds KPIs that wait for a review: two questions for however many. A team that is not there has none. */
@ApplicationScoped
public class ReviewsDue {
    /** @param reviewed when its latest review was recorded; null when there is none */
    record Candidate(
            UUID id,
            String key,
            Cadence cadence,
            Instant created,
            @Nullable Instant reviewed) {}

    private record Due(UUID id, String key, LocalDate since) {}

    private final KpiReviewStore reviews;
    private final KpiAnswers kpis;
    private final TeamService teams;
    private final ReviewInterval interval;
    private final Now now;

    ReviewsDue(KpiReviewStore reviews, KpiAnswers kpis, TeamService teams, ReviewInterval interval, Now now) {
        this.reviews = reviews;
        this.kpis = kpis;
        this.teams = teams;
        this.interval = interval;
        this.now = now;
    }

    /** The longest overdue first. */
    List<Kpi> of(@Nullable String team, @Nullable LocalDate on) {
        LocalDate day = on == null ? now.today() : on;
        UUID teamId = team == null ? null : teams.find(team).orElse(null);
        if (team != null && teamId == null) {
            return List.of();
        }
        List<Due> due = reviews.candidates(teamId, endOf(day)).stream()
                .map(candidate -> new Due(candidate.id(), candidate.key(), since(candidate)))
                .filter(it -> !it.since().isAfter(day))
                .sorted(Comparator.comparing(Due::since).thenComparing(Due::key))
                .toList();
        Map<UUID, Kpi> answers = kpis.nodesById(due.stream().map(Due::id).toList());
        return due.stream()
                .map(it -> Objects.requireNonNull(answers.get(it.id())))
                .toList();
    }

    private LocalDate since(Candidate candidate) {
        return interval.dueSince(
                now.dayOf(candidate.created()),
                candidate.reviewed() == null ? null : now.dayOf(candidate.reviewed()),
                candidate.cadence());
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(now.zone()).toInstant();
    }
}
