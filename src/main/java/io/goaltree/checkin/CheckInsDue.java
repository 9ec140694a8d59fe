package io.goaltree.checkin;

import io.goaltree.keyresult.KeyResult;
import io.goaltree.keyresult.KeyResultAnswers;
import io.goaltree.team.TeamService;
import io.goaltree.time.Cadence;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds key results that wait for a check-in. A team that is not there has none. */
@ApplicationScoped
public class CheckInsDue {
    /**
     * A key result that takes check-ins.
     *
     * @param cadence its own; null for that of the house
     * @param newest when its latest check-in was measured or milestone done; null when there is none
     */
    record Candidate(
            UUID id,
            LocalDate cycleStart,
            @Nullable Cadence cadence,
            @Nullable Instant newest) {}

    private record Due(UUID id, LocalDate since) {}

    private final CheckInStore checkIns;
    private final KeyResultAnswers keyResults;
    private final TeamService teams;
    private final CheckInCadence standard;
    private final Now now;

    CheckInsDue(
            CheckInStore checkIns, KeyResultAnswers keyResults, TeamService teams, CheckInCadence standard, Now now) {
        this.checkIns = checkIns;
        this.keyResults = keyResults;
        this.teams = teams;
        this.standard = standard;
        this.now = now;
    }

    /** The longest overdue first. */
    List<KeyResult> of(@Nullable String team, @Nullable LocalDate on) {
        LocalDate day = on == null ? now.today() : on;
        UUID teamId = team == null ? null : teams.find(team).orElse(null);
        if (team != null && teamId == null) {
            return List.of();
        }
        Instant endOfDay = day.plusDays(1).atStartOfDay(now.zone()).toInstant();
        List<Due> due = checkIns.candidates(teamId, day, endOfDay).stream()
                .map(candidate -> new Due(candidate.id(), since(candidate)))
                .filter(it -> !it.since().isAfter(day))
                .sorted(Comparator.comparing(Due::since)
                        .thenComparing(it -> it.id().toString()))
                .toList();
        Map<UUID, KeyResult> answers =
                keyResults.nodesById(due.stream().map(Due::id).toList());
        return due.stream()
                .flatMap(it -> Stream.ofNullable(answers.get(it.id())))
                .toList();
    }

    /** The day from which on a check-in is due: one cadence after the latest, or the first of the cycle. */
    private LocalDate since(Candidate candidate) {
        if (candidate.newest() == null) {
            return candidate.cycleStart();
        }
        return standard.next(candidate.cadence(), now.dayOf(candidate.newest()));
    }
}
