package io.goaltree.coach;

import io.goaltree.coach.Picture.CompanionRow;
import io.goaltree.coach.Picture.CycleRow;
import io.goaltree.coach.Picture.KeyResultRow;
import io.goaltree.coach.Picture.KpiRow;
import io.goaltree.coach.Picture.ObjectiveRow;
import io.goaltree.kpi.KeptBehaviours;
import io.goaltree.kpi.KpiAnswers;
import io.goaltree.kpi.KpiHolds;
import io.goaltree.kpi.LostLevel;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes the picture that findings are found in: a fixed number of statements, whatever is in it. */
@ApplicationScoped
class Pictures {
    private final PictureStore goals;
    private final KpiPictureStore watched;
    private final KpiAnswers kpis;
    private final KeptBehaviours behaviours;
    private final KpiHolds holds;
    private final FindingLimits limits;
    private final Now now;

    Pictures(
            PictureStore goals,
            KpiPictureStore watched,
            KpiAnswers kpis,
            KeptBehaviours behaviours,
            KpiHolds holds,
            FindingLimits limits,
            Now now) {
        this.goals = goals;
        this.watched = watched;
        this.kpis = kpis;
        this.behaviours = behaviours;
        this.holds = holds;
        this.limits = limits;
        this.now = now;
    }

    /** The goals of a cycle, or of all that are not closed, and the KPIs of a team, or all of them. */
    Picture whole(@Nullable UUID cycle, @Nullable UUID team) {
        return picture(cycle == null ? goals.openCycles() : List.of(cycle), kpiRows(team));
    }

    /** The cycles around these objectives, without a look at KPIs for their own sake. */
    Picture around(Collection<UUID> objectives) {
        return picture(goals.cyclesOf(objectives), List.of());
    }

    private Picture picture(Collection<UUID> cycleIds, List<KpiRow> kpiRows) {
        Map<UUID, CycleRow> cycles = goals.cycles(cycleIds);
        List<ObjectiveRow> objectives = goals.objectives(cycles);
        Map<UUID, ObjectiveRow> byId = new HashMap<>();
        objectives.forEach(row -> byId.put(row.id(), row));
        Instant tomorrow = now.today().plusDays(1).atStartOfDay(now.zone()).toInstant();
        List<KeyResultRow> keyResults = goals.keyResults(byId, tomorrow);
        Set<UUID> feeding = keyResults.stream()
                .map(KeyResultRow::kpiId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<UUID> lookedAt = new HashSet<>(feeding);
        kpiRows.forEach(row -> lookedAt.add(row.id()));
        List<CompanionRow> companions = watched.companions(lookedAt);
        Set<UUID> behaving = new HashSet<>(feeding);
        if (!kpiRows.isEmpty()) {
            companions.forEach(pair -> behaving.addAll(List.of(pair.kpiId(), pair.otherId())));
        }
        return new Picture(
                now.today(),
                cycles,
                objectives,
                keyResults,
                goals.guardrails(byId.keySet()),
                companions,
                behaviours.of(behaving),
                kpiRows);
    }

    private List<KpiRow> kpiRows(@Nullable UUID team) {
        Map<UUID, KpiPictureStore.Dates> dates =
                watched.dates(team, now.instant().minus(Duration.ofDays(limits.definitionDays())));
        Map<UUID, LostLevel> lost = holds.lost(dates.keySet());
        List<KpiRow> rows = new ArrayList<>();
        kpis.nodesById(dates.keySet()).forEach((id, kpi) -> {
            KpiPictureStore.Dates of = Objects.requireNonNull(dates.get(id));
            rows.add(new KpiRow(
                    id,
                    kpi,
                    now.dayOf(of.createdAt()),
                    of.reviewedAt() == null ? null : now.dayOf(of.reviewedAt()),
                    of.latelyDefined(),
                    lost.get(id)));
        });
        rows.sort(Comparator.comparing(row -> row.kpi().key()));
        return rows;
    }
}
