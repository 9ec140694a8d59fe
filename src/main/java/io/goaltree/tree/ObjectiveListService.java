package io.goaltree.tree;

import io.goaltree.cycle.CycleAnswers;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.edge.Page;
import io.goaltree.edge.PageRequest;
import io.goaltree.edge.Patterns;
import io.goaltree.edge.Position;
import io.goaltree.history.SnapshotService;
import io.goaltree.objective.Objective;
import io.goaltree.objective.ObjectiveAnswers;
import io.goaltree.scoring.ProgressStatus;
import io.goaltree.shared.Check;
import io.goaltree.team.TeamService;
import io.goaltree.tree.ObjectiveListStore.Criteria;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists objectives. A filter that names something unknown finds nothing, as a search does. */
@ApplicationScoped
public class ObjectiveListService {
    private static final UUID NOBODY = new UUID(0, 0);

    private final ObjectiveListStore store;
    private final ObjectiveAnswers objectives;
    private final GoalTreeService trees;
    private final SnapshotService snapshots;
    private final CycleAnswers cycles;
    private final TeamService teams;

    ObjectiveListService(
            ObjectiveListStore store,
            ObjectiveAnswers objectives,
            GoalTreeService trees,
            SnapshotService snapshots,
            CycleAnswers cycles,
            TeamService teams) {
        this.store = store;
        this.objectives = objectives;
        this.trees = trees;
        this.snapshots = snapshots;
        this.cycles = cycles;
        this.teams = teams;
    }

    /** An objective and its place in the list. */
    record Found(Position position, Objective objective) {}

    /** One transaction, and so one connection, for all of it: many such lists at once must not wait for each other. */
    Page<Found> page(@Nullable ObjectiveFilter filter, ObjectiveOrder order, PageRequest request) {
        return snapshots.read(() -> found(filter, order, request));
    }

    private Page<Found> found(@Nullable ObjectiveFilter filter, ObjectiveOrder order, PageRequest request) {
        Criteria criteria = criteria(filter);
        if (filter != null && filter.status != null) {
            criteria.add("o.id = any(:standing)", "standing", withStatus(criteria, filter.status));
        }
        List<Position> places = store.page(criteria, order.sort(), request);
        Map<UUID, Objective> found =
                objectives.nodesById(places.stream().map(Position::id).toList());
        return Page.cut(request, places).map(place -> new Found(place, Objects.requireNonNull(found.get(place.id()))));
    }

    private UUID[] withStatus(Criteria criteria, ProgressStatus status) {
        Survey survey = trees.survey(store.cycles(criteria));
        return survey.rows().objectives().stream()
                .map(GoalRows.ObjectiveRow::id)
                .filter(id -> survey.standing(id).status() == status)
                .toArray(UUID[]::new);
    }

    private Criteria criteria(@Nullable ObjectiveFilter filter) {
        Criteria criteria = new Criteria();
        if (filter == null) {
            return criteria;
        }
        if (filter.cycle != null) {
            criteria.add(
                    "o.cycle_id = :cycle", "cycle", cycles.find(filter.cycle).orElse(NOBODY));
        }
        if (filter.team != null) {
            criteria.add("o.team_id = :team", "team", teams.find(filter.team).orElse(NOBODY));
        }
        if (filter.owner != null) {
            criteria.add(
                    "o.owner_id = :owner",
                    "owner",
                    Ids.parse(Kind.PERSON, filter.owner).orElse(NOBODY));
        }
        if (filter.state != null) {
            criteria.add("o.state = :state", "state", filter.state.name());
        }
        if (filter.text != null && Check.isStorable(filter.text)) {
            criteria.add(
                    "(o.title ilike :text or o.description ilike :text)", "text", Patterns.containing(filter.text));
        } else if (filter.text != null) {
            criteria.add("o.id = :nobody", "nobody", NOBODY);
        }
        if (filter.updatedSince != null) {
            criteria.add("o.updated_at >= :updatedSince", "updatedSince", filter.updatedSince);
        }
        return criteria;
    }
}
