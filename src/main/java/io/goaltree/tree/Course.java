package io.goaltree.tree;

import io.goaltree.scoring.Milestones;
import io.goaltree.scoring.Observation;
import io.goaltree.scoring.PaceLimits;
import io.goaltree.tree.CourseStore.Step;
import io.goaltree.tree.GoalRows.CurrentRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Where everything stood at the end of a day: the rows of now with the values of then, computed as the tree is. */
final class Course {
    private final GoalRows rows;
    private final PaceLimits limits;
    private final Map<UUID, List<Observation>> observations;
    private final Map<UUID, TreeMap<LocalDate, BigDecimal>> values = new HashMap<>();
    private final Map<UUID, List<Step>> steps;

    /**
     * @param observations of all key results, in order of measurement
     * @param fed of those that a KPI feeds; whatever they were checked in at does not count
     */
    Course(
            GoalRows rows,
            Map<UUID, List<Observation>> observations,
            Map<UUID, List<Observation>> fed,
            Map<UUID, List<Step>> steps,
            PaceLimits limits) {
        this.rows = rows;
        this.limits = limits;
        this.observations = observations;
        this.steps = steps;
        observations.forEach(this::file);
        fed.forEach((keyResult, ofKpi) -> {
            values.remove(keyResult);
            file(keyResult, ofKpi);
        });
    }

    /** The last of a day is the one in force at its end. */
    private void file(UUID keyResult, List<Observation> inOrder) {
        TreeMap<LocalDate, BigDecimal> byDay = values.computeIfAbsent(keyResult, id -> new TreeMap<>());
        inOrder.forEach(observation -> byDay.put(observation.day(), observation.value()));
    }

    Map<UUID, Standing> at(LocalDate day) {
        Map<UUID, CurrentRow> newest = new HashMap<>();
        values.forEach((keyResult, byDay) -> {
            Map.Entry<LocalDate, BigDecimal> last = byDay.floorEntry(day);
            if (last != null) {
                newest.put(keyResult, new CurrentRow(last.getValue(), null));
            }
        });
        Map<UUID, List<Observation>> until = new HashMap<>();
        rows.observations()
                .keySet()
                .forEach(held -> until.put(
                        held,
                        observations.getOrDefault(held, List.of()).stream()
                                .filter(observation -> !observation.day().isAfter(day))
                                .toList()));
        Map<UUID, List<Milestones.Part>> done = new HashMap<>();
        steps.forEach((keyResult, all) ->
                done.put(keyResult, all.stream().map(step -> step.at(day)).toList()));
        return Standings.of(rows.with(done, newest, until), day, limits);
    }
}
