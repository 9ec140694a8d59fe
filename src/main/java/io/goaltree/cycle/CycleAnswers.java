package io.goaltree.cycle;

import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.edge.NodeSource;
import io.goaltree.edge.Page;
import io.goaltree.edge.PageRequest;
import io.goaltree.edge.Position;
import io.goaltree.scoring.Pace;
import io.goaltree.scoring.Ratios;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads cycles. */
@ApplicationScoped
public class CycleAnswers implements NodeSource {
    private final CycleStore cycles;
    private final Now now;

    CycleAnswers(CycleStore cycles, Now now) {
        this.cycles = cycles;
        this.now = now;
    }

    @Override
    public Kind kind() {
        return Kind.CYCLE;
    }

    /** The row behind a key or id. */
    public Optional<UUID> find(String keyOrId) {
        Optional<UUID> id = Ids.parse(Kind.CYCLE, keyOrId);
        return (id.isPresent() ? cycles.findByIdOptional(id.get()) : cycles.byKey(keyOrId)).map(cycle -> cycle.id);
    }

    public Cycle one(UUID id) {
        return Objects.requireNonNull(nodesById(List.of(id)).get(id));
    }

    /** The innermost active cycle on a day. */
    public Optional<Cycle> activeOn(@Nullable LocalDate day) {
        return cycles.activeOn(day == null ? now.today() : day).map(cycle -> one(cycle.id));
    }

    @Override
    public Map<UUID, Cycle> nodesById(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, CycleEntity> rows = new HashMap<>();
        cycles.withAncestors(ids).forEach(row -> rows.put(row.id, row));
        Map<UUID, Cycle> answers = new HashMap<>();
        rows.keySet().forEach(id -> answer(id, rows, answers));
        answers.keySet().retainAll(ids);
        return answers;
    }

    Page<Cycle> page(@Nullable CycleState state, PageRequest request) {
        List<CycleEntity> found = cycles.page(state, request);
        Map<UUID, Cycle> answers =
                nodesById(found.stream().map(cycle -> cycle.id).toList());
        return Page.cut(request, found).map(cycle -> answers.get(cycle.id));
    }

    static Position position(Cycle cycle) {
        return new Position(cycle.startsOn().toString(), Ids.uuid(Kind.CYCLE, cycle.id()));
    }

    private Cycle answer(UUID id, Map<UUID, CycleEntity> rows, Map<UUID, Cycle> answers) {
        Cycle known = answers.get(id);
        if (known == null) {
            CycleEntity row = Objects.requireNonNull(rows.get(id));
            Cycle parent = row.parentId == null ? null : answer(row.parentId, rows, answers);
            LocalDate day = row.closedAt == null ? now.today() : now.dayOf(row.closedAt);
            double expected = Ratios.rounded(Pace.expected(row.range(), day));
            known = new Cycle(
                    Ids.of(Kind.CYCLE, id),
                    row.key,
                    row.name,
                    row.startsOn,
                    row.endsOn,
                    row.state,
                    parent,
                    expected,
                    row.version);
            answers.put(id, known);
        }
        return known;
    }
}
