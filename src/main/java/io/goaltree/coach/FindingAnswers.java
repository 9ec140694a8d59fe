package io.goaltree.coach;

import io.goaltree.cycle.CycleAnswers;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.history.SnapshotService;
import io.goaltree.objective.Objective;
import io.goaltree.team.TeamService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers what there is to remark upon. A cycle or team that is not there has nothing. */
@ApplicationScoped
public class FindingAnswers {
    private static final String FINDINGS = "findings";

    private final Pictures pictures;
    private final Instance<Coaching> coachings;
    private final Subjects subjects;
    private final SnapshotService snapshots;
    private final CycleAnswers cycles;
    private final TeamService teams;

    FindingAnswers(
            Pictures pictures,
            Instance<Coaching> coachings,
            Subjects subjects,
            SnapshotService snapshots,
            CycleAnswers cycles,
            TeamService teams) {
        this.pictures = pictures;
        this.coachings = coachings;
        this.subjects = subjects;
        this.snapshots = snapshots;
        this.cycles = cycles;
        this.teams = teams;
    }

    /**
     * @param cycle key or id of the cycle whose goals are looked at; null for all that are not closed
     * @param team key or id; null for all
     */
    List<Finding> of(@Nullable String cycle, @Nullable String team, @Nullable Severity severity) {
        return snapshots.read(() -> {
            UUID cycleId = cycle == null ? null : cycles.find(cycle).orElse(null);
            UUID teamId = team == null ? null : teams.find(team).orElse(null);
            if ((cycle == null) != (cycleId == null) || (team == null) != (teamId == null)) {
                return List.of();
            }
            List<Found> found = look(pictures.whole(cycleId, teamId), severity).stream()
                    .filter(it -> teamId == null || teamId.equals(it.subject().team()))
                    .toList();
            return subjects.findings(found);
        });
    }

    /** The findings on an objective and its key results; looked for once for all that were loaded together. */
    List<Finding> of(Objective objective) {
        Map<UUID, List<Finding>> all = objective.batch().once(FINDINGS, ids -> snapshots.read(() -> of(ids)));
        return all.getOrDefault(Ids.uuid(Kind.OBJECTIVE, objective.id()), List.of());
    }

    private Map<UUID, List<Finding>> of(Set<UUID> objectives) {
        List<Found> found = look(pictures.around(objectives), null).stream()
                .filter(it -> it.subject().objective() != null
                        && objectives.contains(it.subject().objective()))
                .toList();
        return subjects.findingsByObjective(found);
    }

    private List<Found> look(Picture picture, @Nullable Severity severity) {
        List<Found> found = new ArrayList<>();
        for (Coaching coaching : coachings) {
            if (severity == null || coaching.code().severity() == severity) {
                found.addAll(coaching.look(picture));
            }
        }
        return found;
    }
}
