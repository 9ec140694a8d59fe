package io.goaltree.tree;

import io.goaltree.access.Asking;
import io.goaltree.cycle.Cycle;
import io.goaltree.cycle.CycleAnswers;
import io.goaltree.history.SnapshotService;
import io.goaltree.scoring.ProgressStatus;
import io.goaltree.scoring.RollUp;
import io.goaltree.team.Team;
import io.goaltree.team.TeamService;
import io.goaltree.tree.GoalRows.FrozenRow;
import io.goaltree.tree.GoalRows.KeyResultRow;
import io.goaltree.tree.GoalRows.ObjectiveRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sums up a cycle: its own objectives only, so that the sums of a year and its quarters do not overlap. */
@ApplicationScoped
public class CycleSummaryService {
    private final GoalTreeService trees;
    private final SnapshotService snapshots;
    private final CycleAnswers cycles;
    private final TeamService teams;

    CycleSummaryService(GoalTreeService trees, SnapshotService snapshots, CycleAnswers cycles, TeamService teams) {
        this.trees = trees;
        this.snapshots = snapshots;
        this.cycles = cycles;
        this.teams = teams;
    }

    /** The summary of a cycle by its key or id, as of an instant or now; empty when there was no such cycle. */
    Optional<CycleSummary> summary(String cycle, @Nullable Instant asOf) {
        return snapshots.at(asOf, () -> snapshots.read(() -> cycles.find(cycle).map(this::summary)));
    }

    private CycleSummary summary(UUID cycleId) {
        Survey survey = trees.survey(Set.of(cycleId));
        List<ObjectiveRow> own = survey.rows().objectives().stream()
                .filter(row -> row.cycleId().equals(cycleId))
                .toList();
        Cycle cycle = cycles.one(cycleId);
        Sum sum = new Sum(survey, own);
        Set<UUID> topmost = survey.outline(cycleId).topmost(cycleId, survey.rows());
        List<ObjectiveRow> tops =
                own.stream().filter(row -> isTopmost(row, survey, topmost)).toList();
        return new CycleSummary(
                cycle,
                survey.asOf(),
                sum.objectives(),
                sum.keyResults(),
                sum.measured(),
                sum.ratio(tops),
                cycle.expected(),
                sum.byStatus(),
                byTeam(survey, own));
    }

    /** Whether an objective counts in no other one that is seen; in a closed cycle, whether it did. */
    private static boolean isTopmost(ObjectiveRow row, Survey survey, Set<UUID> topmost) {
        FrozenRow frozen = survey.rows().frozen().get(row.id());
        boolean isNow = topmost.contains(row.id());
        return frozen == null
                ? isNow
                : frozen.topmost() || isNow && !Asking.current().isWhole();
    }

    private List<TeamSummary> byTeam(Survey survey, List<ObjectiveRow> own) {
        Map<Optional<UUID>, List<ObjectiveRow>> grouped = new LinkedHashMap<>();
        own.forEach(row -> grouped.computeIfAbsent(Optional.ofNullable(row.teamId()), id -> new ArrayList<>())
                .add(row));
        Map<UUID, Team> known = teams.nodesById(
                grouped.keySet().stream().flatMap(Optional::stream).collect(Collectors.toSet()));
        return grouped.entrySet().stream()
                .map(entry -> {
                    Sum sum = new Sum(survey, entry.getValue());
                    return new TeamSummary(
                            entry.getKey().map(known::get).orElse(null),
                            sum.objectives(),
                            sum.keyResults(),
                            sum.measured(),
                            sum.ratio(entry.getValue()),
                            sum.byStatus());
                })
                .sorted(Comparator.comparing(
                        it -> it.team() == null ? "\uffff" : it.team().key()))
                .toList();
    }

    /** Counts and the mean over some objectives; cancelled ones are counted by status only. */
    private record Sum(Survey survey, List<ObjectiveRow> rows) {

        int objectives() {
            return (int) rows.stream().filter(row -> !row.cancelled()).count();
        }

        int keyResults() {
            return live().size();
        }

        int measured() {
            return (int) live().stream()
                    .filter(row -> survey.standing(row.id()).score().isMeasured())
                    .count();
        }

        /** The plain mean of the ratios there are. */
        @Nullable
        Double ratio(List<ObjectiveRow> of) {
            List<RollUp.Member> members = of.stream()
                    .filter(row -> !row.cancelled())
                    .map(row -> survey.standing(row.id()).score())
                    .filter(score -> score.ratio() != null)
                    .map(score -> new RollUp.Member(BigDecimal.ONE, score))
                    .toList();
            return Progress.rounded(RollUp.mean(members).ratio());
        }

        List<StatusCount> byStatus() {
            Map<ProgressStatus, Integer> counts = new TreeMap<>();
            rows.forEach(row -> counts.merge(survey.standing(row.id()).status(), 1, Integer::sum));
            return counts.entrySet().stream()
                    .map(entry -> new StatusCount(entry.getKey(), entry.getValue()))
                    .toList();
        }

        private List<KeyResultRow> live() {
            Map<UUID, ObjectiveRow> byId = new HashMap<>();
            rows.forEach(row -> byId.put(row.id(), row));
            return survey.rows().keyResults().stream()
                    .filter(row -> !row.cancelled())
                    .filter(row -> {
                        ObjectiveRow objective = byId.get(row.objectiveId());
                        return objective != null && !objective.cancelled();
                    })
                    .toList();
        }
    }
}
