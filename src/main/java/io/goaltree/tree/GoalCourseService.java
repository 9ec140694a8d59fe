package io.goaltree.tree;

import io.goaltree.keyresult.KeyResult;
import io.goaltree.keyresult.KeyResultAnswers;
import io.goaltree.objective.Objective;
import io.goaltree.objective.ObjectiveAnswers;
import io.goaltree.scoring.PaceLimits;
import io.goaltree.scoring.Score;
import io.goaltree.time.DateRange;
import io.goaltree.time.Now;
import io.goaltree.tree.GoalCourse.DayRatio;
import io.goaltree.tree.GoalCourse.KeyResultCourse;
import io.goaltree.tree.GoalRows.FrozenRow;
import io.goaltree.tree.GoalRows.KeyResultRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Tells how objectives came along, by a fixed number of statements in the snapshot that the caller reads. */
@ApplicationScoped
public class GoalCourseService {
    /** More days than that are not all computed, but every second, third, ... one and the last. */
    private static final long MOST_DAYS = 400;

    private final GoalStore goals;
    private final CourseStore store;
    private final Counted counted;
    private final ObjectiveAnswers objectives;
    private final KeyResultAnswers keyResults;
    private final PaceLimits limits;
    private final Now now;

    GoalCourseService(
            GoalStore goals,
            CourseStore store,
            Counted counted,
            ObjectiveAnswers objectives,
            KeyResultAnswers keyResults,
            PaceLimits limits,
            Now now) {
        this.goals = goals;
        this.store = store;
        this.counted = counted;
        this.objectives = objectives;
        this.keyResults = keyResults;
        this.limits = limits;
        this.now = now;
    }

    /** Empty when there is no such objective. */
    public Optional<GoalCourse> of(UUID id) {
        Map<UUID, Objective> found = objectives.nodesById(List.of(id));
        return Optional.ofNullable(found.get(id)).map(objective -> course(id, objective));
    }

    private GoalCourse course(UUID id, Objective objective) {
        GoalRows rows = counted.read(() -> goals.rowsBelow(id));
        DateRange cycle = DateRange.inclusive(
                objective.cycle().startsOn(), objective.cycle().endsOn());
        LocalDate today = now.today();
        Map<UUID, Standing> present = Standings.of(rows, today, limits);
        Map<LocalDate, Map<UUID, Standing>> days = days(rows, cycle, today, present);
        List<KeyResultCourse> own = own(id, objective, rows).entrySet().stream()
                .map(entry -> new KeyResultCourse(entry.getValue().title(), ratios(entry.getKey(), days)))
                .toList();
        FrozenRow frozen = rows.frozen().get(id);
        return new GoalCourse(
                objective,
                cycle,
                today,
                Progress.of(Objects.requireNonNull(present.get(id))),
                ratios(id, days),
                own,
                frozen == null ? null : frozen.score(),
                frozen == null ? null : frozen.outcome());
    }

    private Map<LocalDate, Map<UUID, Standing>> days(
            GoalRows rows, DateRange cycle, LocalDate today, Map<UUID, Standing> present) {
        Map<LocalDate, Map<UUID, Standing>> days = new LinkedHashMap<>();
        if (today.isBefore(cycle.from())) {
            return days;
        }
        UUID[] measured = rows.keyResults().stream().map(KeyResultRow::id).toArray(UUID[]::new);
        Course course = counted.read(() -> new Course(
                rows.withoutFrozen(),
                goals.observations(measured),
                store.fed(measured, cycle.from()),
                store.steps(measured),
                limits));
        LocalDate last = today.isBefore(cycle.lastDay()) ? today : cycle.lastDay();
        long stride = (cycle.days() + MOST_DAYS - 1) / MOST_DAYS;
        for (LocalDate day = cycle.from(); day.isBefore(last); day = day.plusDays(stride)) {
            days.put(day, course.at(day));
        }
        days.put(last, present);
        return days;
    }

    private Map<UUID, KeyResult> own(UUID id, Objective objective, GoalRows rows) {
        List<UUID> ids = rows.keyResults().stream()
                .filter(row -> row.objectiveId().equals(id) && !row.cancelled())
                .map(KeyResultRow::id)
                .toList();
        Map<UUID, KeyResult> answers = keyResults.nodesById(ids, Map.of(id, objective));
        Map<UUID, KeyResult> inOrder = new LinkedHashMap<>();
        ids.forEach(keyResult -> inOrder.put(keyResult, Objects.requireNonNull(answers.get(keyResult))));
        return inOrder;
    }

    private static List<DayRatio> ratios(UUID id, Map<LocalDate, Map<UUID, Standing>> days) {
        List<DayRatio> ratios = new ArrayList<>();
        days.forEach((day, standings) -> {
            Score score = Objects.requireNonNull(standings.get(id)).score();
            if (score.isMeasured() && score.ratio() != null) {
                ratios.add(new DayRatio(day, score.ratio()));
            }
        });
        return ratios;
    }
}
