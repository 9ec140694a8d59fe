package io.goaltree.coach;

import io.goaltree.behaviour.Behaviour;
import io.goaltree.cycle.CycleState;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.kpi.Kpi;
import io.goaltree.kpi.LostLevel;
import io.goaltree.team.Team;
import io.goaltree.time.Cadence;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Everything that findings are found in, at one instant; immutable. Nothing cancelled or archived is in it.
 *
 * @param today in the zone of the service
 * @param cycles those looked at, by id
 * @param objectives of these cycles, in order of creation
 * @param keyResults of these objectives, in order of creation
 * @param guardrails the KPIs that guard each objective
 * @param companions pairs with a KPI that feeds one of the key results or is looked at itself
 * @param behaviours of every KPI that feeds a key result or has a companion
 * @param kpis those looked at, by key; none when only objectives are asked about
 */
record Picture(
        LocalDate today,
        Map<UUID, CycleRow> cycles,
        List<ObjectiveRow> objectives,
        List<KeyResultRow> keyResults,
        Map<UUID, Set<UUID>> guardrails,
        List<CompanionRow> companions,
        Map<UUID, Behaviour> behaviours,
        List<KpiRow> kpis) {

    record CycleRow(UUID id, String key, CycleState state, LocalDate startsOn, LocalDate endsOn) {

        /** Whether it has been started and is not closed yet: late check-ins are accepted until then. */
        boolean isOpen() {
            return state == CycleState.ACTIVE || state == CycleState.CLOSING;
        }

        /** Whether it is open and contains this day. */
        boolean takesCheckIns(LocalDate day) {
            return isOpen() && !day.isBefore(startsOn) && !day.isAfter(endsOn);
        }
    }

    /**
     * @param openedFromKpi key of the KPI whose review it was opened from; null for none
     * @param despiteNoise why it was opened although the KPI showed nothing but noise; null when it was not
     */
    record ObjectiveRow(
            UUID id,
            CycleRow cycle,
            @Nullable UUID teamId,
            @Nullable String teamKey,
            String title,
            @Nullable String openedFromKpi,
            @Nullable String despiteNoise) {}

    /**
     * @param createdOn in the zone of the service
     * @param kpiId the KPI that feeds it; null for none
     * @param baseline null unless it is a REACH, as the target
     * @param cadence its own; null unless it is a HOLD
     * @param checkedInOn the day of the latest check-in measured, or milestone done, up to today; null when there is none
     * @param isComplete whether it has milestones and all of them are done
     */
    record KeyResultRow(
            UUID id,
            ObjectiveRow objective,
            String title,
            LocalDate createdOn,
            @Nullable UUID kpiId,
            @Nullable String kpiKey,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal target,
            @Nullable Cadence cadence,
            @Nullable LocalDate checkedInOn,
            boolean isComplete) {}

    record CompanionRow(UUID kpiId, String kpiKey, UUID otherId, String otherKey) {}

    /**
     * @param createdOn in the zone of the service
     * @param reviewedOn the day of its latest review, in the zone of the service; null when there is none
     * @param latelyDefined how many versions of its definition were recorded lately
     * @param lost what became of the level it graduated to; null when that holds, or there is none
     */
    record KpiRow(
            UUID id,
            Kpi kpi,
            LocalDate createdOn,
            @Nullable LocalDate reviewedOn,
            int latelyDefined,
            @Nullable LostLevel lost) {}

    Map<UUID, List<KeyResultRow>> keyResultsByObjective() {
        Map<UUID, List<KeyResultRow>> byObjective = new HashMap<>();
        keyResults.forEach(row -> byObjective
                .computeIfAbsent(row.objective().id(), id -> new ArrayList<>())
                .add(row));
        return byObjective;
    }

    /** A team's objectives in one cycle; those of no team are left out. */
    record TeamAndCycle(UUID teamId, String teamKey, CycleRow cycle) {}

    /** How many objectives that are wanted each team has in each cycle. */
    Map<TeamAndCycle, Integer> count(Predicate<ObjectiveRow> wanted) {
        Map<TeamAndCycle, Integer> counts = new LinkedHashMap<>();
        for (ObjectiveRow row : objectives) {
            if (row.teamId() != null && wanted.test(row)) {
                TeamAndCycle place = new TeamAndCycle(row.teamId(), Objects.requireNonNull(row.teamKey()), row.cycle());
                counts.merge(place, 1, Integer::sum);
            }
        }
        return counts;
    }

    /** How many KPIs each team has that has one, or an objective here; by id, with its key. */
    Map<Map.Entry<UUID, String>, Integer> kpisByTeam() {
        Map<Map.Entry<UUID, String>, Integer> counts = new LinkedHashMap<>();
        for (KpiRow row : kpis) {
            Team team = row.kpi().team();
            if (team != null) {
                counts.merge(Map.entry(Ids.uuid(Kind.TEAM, team.id()), team.key()), 1, Integer::sum);
            }
        }
        for (ObjectiveRow row : objectives) {
            if (row.teamId() != null) {
                counts.putIfAbsent(Map.entry(row.teamId(), Objects.requireNonNull(row.teamKey())), 0);
            }
        }
        return counts;
    }
}
