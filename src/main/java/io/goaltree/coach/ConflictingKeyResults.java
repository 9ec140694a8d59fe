package io.goaltree.coach;

import io.goaltree.coach.Picture.KeyResultRow;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Two key results of one cycle that one KPI feeds, one of which wants it up and the other down. One finding a pair, about the
 * later of the two. */
@Singleton
final class ConflictingKeyResults implements Coaching {

    @Override
    public FindingCode code() {
        return FindingCode.CONFLICTING_KEY_RESULTS;
    }

    @Override
    public List<Found> look(Picture picture) {
        Map<List<UUID>, List<KeyResultRow>> together = new LinkedHashMap<>();
        for (KeyResultRow keyResult : picture.keyResults()) {
            if (keyResult.kpiId() != null && keyResult.baseline() != null && keyResult.target() != null) {
                together.computeIfAbsent(
                                List.of(keyResult.objective().cycle().id(), keyResult.kpiId()),
                                key -> new ArrayList<>())
                        .add(keyResult);
            }
        }
        List<Found> found = new ArrayList<>();
        for (List<KeyResultRow> fed : together.values()) {
            for (int i = 1; i < fed.size(); i++) {
                for (KeyResultRow earlier : fed.subList(0, i)) {
                    if (direction(earlier) != direction(fed.get(i))) {
                        found.add(conflict(earlier, fed.get(i)));
                    }
                }
            }
        }
        return found;
    }

    private Found conflict(KeyResultRow earlier, KeyResultRow later) {
        BigDecimal target = Objects.requireNonNull(later.target());
        BigDecimal otherTarget = Objects.requireNonNull(earlier.target());
        return Found.of(
                code(),
                Subject.of(later),
                "It takes KPI '" + later.kpiKey() + "' " + way(later) + " to " + Spoken.number(target) + ", and '"
                        + earlier.title() + "' takes it " + way(earlier) + " to " + Spoken.number(otherTarget),
                Evidence.of("kpi", Objects.requireNonNull(later.kpiKey())),
                Evidence.of("baseline", Objects.requireNonNull(later.baseline())),
                Evidence.of("target", target),
                Evidence.of("other", Ids.of(Kind.KEY_RESULT, earlier.id())),
                Evidence.of("otherBaseline", Objects.requireNonNull(earlier.baseline())),
                Evidence.of("otherTarget", otherTarget));
    }

    private static int direction(KeyResultRow row) {
        return Objects.requireNonNull(row.target()).compareTo(Objects.requireNonNull(row.baseline()));
    }

    private static String way(KeyResultRow row) {
        return direction(row) > 0 ? "up" : "down";
    }
}
