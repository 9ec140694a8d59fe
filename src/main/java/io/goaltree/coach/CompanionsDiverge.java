package io.goaltree.coach;

import io.goaltree.behaviour.Behaviour;
import io.goaltree.behaviour.SignalDirection;
import io.goaltree.behaviour.Verdict;
import io.goaltree.coach.Picture.CompanionRow;
import io.goaltree.coach.Picture.KpiRow;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Two companions of which one improves and the other worsens, both by more than noise. One finding a pair, about the one that
 * worsens. */
@Singleton
final class CompanionsDiverge implements Coaching {

    @Override
    public FindingCode code() {
        return FindingCode.COMPANIONS_DIVERGE;
    }

    @Override
    public List<Found> look(Picture picture) {
        Map<UUID, KpiRow> kpis = picture.kpis().stream().collect(Collectors.toMap(KpiRow::id, row -> row));
        List<Found> found = new ArrayList<>();
        for (CompanionRow pair : picture.companions()) {
            Behaviour one = signal(picture, pair.kpiId());
            Behaviour other = signal(picture, pair.otherId());
            if (one == null || other == null) {
                continue;
            }
            KpiRow first = kpis.get(pair.kpiId());
            KpiRow second = kpis.get(pair.otherId());
            if (first != null && diverge(one, other)) {
                found.add(diverging(first, pair.kpiKey(), one, pair.otherKey(), other));
            } else if (second != null && diverge(other, one)) {
                found.add(diverging(second, pair.otherKey(), other, pair.kpiKey(), one));
            }
        }
        return found;
    }

    private Found diverging(KpiRow row, String key, Behaviour worse, String otherKey, Behaviour better) {
        LocalDate worseSince = Objects.requireNonNull(worse.since());
        LocalDate betterSince = Objects.requireNonNull(better.since());
        return Found.of(
                code(),
                Subject.of(row),
                "'" + key + "' has been getting worse since " + worseSince + " while its companion '" + otherKey
                        + "' has been getting better since " + betterSince + ": the one may be paid for with the other",
                Evidence.of("worsening", key),
                Evidence.of("worseningSince", worseSince),
                Evidence.of("improving", otherKey),
                Evidence.of("improvingSince", betterSince));
    }

    private static boolean diverge(Behaviour worse, Behaviour better) {
        return worse.direction() == SignalDirection.WORSENING && better.direction() == SignalDirection.IMPROVING;
    }

    private static @Nullable Behaviour signal(Picture picture, UUID kpi) {
        Behaviour behaviour = picture.behaviours().get(kpi);
        return behaviour == null || behaviour.verdict() != Verdict.SIGNAL ? null : behaviour;
    }
}
