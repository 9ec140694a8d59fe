package io.goaltree.chart;

import io.goaltree.behaviour.Point;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.history.SnapshotService;
import io.goaltree.kpi.Kpi;
import io.goaltree.kpi.KpiAnswers;
import io.goaltree.kpi.KpiBehaviours;
import io.goaltree.kpi.KpiHistory;
import io.goaltree.kpi.KpiRanges;
import io.goaltree.shared.UserErrorCode;
import io.goaltree.tree.GoalCourse;
import io.goaltree.tree.GoalCourseService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what pictures show: one state of the database, a fixed number of statements. */
@ApplicationScoped
public class ChartService {
    /** Values that are shown when nobody says from when on. */
    static final int STANDARD = 100;

    /** More marks than that in one picture cannot be told apart, and leaving some out would hide what they say. */
    static final int MOST = 2_000;

    private final SnapshotService snapshots;
    private final KpiAnswers kpis;
    private final KpiBehaviours behaviours;
    private final KpiRanges ranges;
    private final GoalCourseService courses;

    ChartService(
            SnapshotService snapshots,
            KpiAnswers kpis,
            KpiBehaviours behaviours,
            KpiRanges ranges,
            GoalCourseService courses) {
        this.snapshots = snapshots;
        this.kpis = kpis;
        this.behaviours = behaviours;
        this.ranges = ranges;
        this.courses = courses;
    }

    /**
     * A KPI, read from all its values; the days only choose which are shown.
     *
     * @param from periods that begin on it or later; null for the latest {@value #STANDARD} values
     * @param to periods that begin on it or earlier; null for all
     * @param asOf null for now
     * @return empty when there is no such KPI then
     * @throws ChartRefused when that are more values than can be shown
     */
    Optional<KpiPicture> kpi(String keyOrId, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable Instant asOf) {
        return snapshots.at(asOf, () -> snapshots.read(() -> kpis.find(keyOrId).map(kpi -> picture(kpi, from, to))));
    }

    private KpiPicture picture(Kpi kpi, @Nullable LocalDate from, @Nullable LocalDate to) {
        UUID id = Ids.uuid(Kind.KPI, kpi.id());
        KpiHistory history = Objects.requireNonNull(behaviours.of(List.of(id)).get(id));
        List<Point> shown = shown(history.values(), from, to);
        return new KpiPicture(
                kpi.name(),
                kpi.unit(),
                kpi.cadence(),
                kpi.health().name(),
                shown,
                history.behaviour(),
                ranges.of(id, shown.stream().map(point -> point.period().from()).toList()));
    }

    private static List<Point> shown(List<Point> all, @Nullable LocalDate from, @Nullable LocalDate to) {
        List<Point> within = all.stream()
                .filter(point -> from == null || !point.period().from().isBefore(from))
                .filter(point -> to == null || !point.period().from().isAfter(to))
                .toList();
        if (from == null) {
            return within.subList(Math.max(0, within.size() - STANDARD), within.size());
        }
        if (within.size() > MOST) {
            throw new ChartRefused(
                    UserErrorCode.TOO_MANY_ITEMS,
                    "from is " + from + "; that are " + within.size() + " values, and one picture shows at most "
                            + MOST);
        }
        return within;
    }

    /** An objective over its cycle; empty when there is no such objective then. */
    Optional<GoalCourse> objective(String id, @Nullable Instant asOf) {
        return Ids.parse(Kind.OBJECTIVE, id)
                .flatMap(uuid -> snapshots.at(asOf, () -> snapshots.read(() -> courses.of(uuid))));
    }
}
