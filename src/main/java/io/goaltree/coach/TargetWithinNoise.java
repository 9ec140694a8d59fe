package io.goaltree.coach;

import io.goaltree.behaviour.Behaviour;
import io.goaltree.behaviour.Limits;
import io.goaltree.behaviour.Segment;
import io.goaltree.coach.Picture.KeyResultRow;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A target that its KPI's usual ups and downs reach without any change: within the natural limits, bounds included, of the segment
 * in force on the day the key result was made. Later segments do not count: they may be what the key result achieved. */
@Singleton
final class TargetWithinNoise implements Coaching {

    @Override
    public FindingCode code() {
        return FindingCode.TARGET_WITHIN_NOISE;
    }

    @Override
    public List<Found> look(Picture picture) {
        List<Found> found = new ArrayList<>();
        for (KeyResultRow keyResult : picture.keyResults()) {
            Limits limits = limitsThen(picture, keyResult);
            BigDecimal target = keyResult.target();
            if (limits == null || target == null) {
                continue;
            }
            if (target.compareTo(limits.lower()) >= 0 && target.compareTo(limits.upper()) <= 0) {
                found.add(Found.of(
                        code(),
                        Subject.of(keyResult),
                        "The target " + Spoken.number(target) + " lies between " + Spoken.number(limits.lower())
                                + " and " + Spoken.number(limits.upper()) + ", where KPI '" + keyResult.kpiKey()
                                + "' moves by itself; reaching it needs no change",
                        Evidence.of("target", target),
                        Evidence.of("lowerLimit", limits.lower()),
                        Evidence.of("upperLimit", limits.upper()),
                        Evidence.of("kpi", Objects.requireNonNull(keyResult.kpiKey()))));
            }
        }
        return found;
    }

    private static @Nullable Limits limitsThen(Picture picture, KeyResultRow keyResult) {
        Behaviour behaviour =
                keyResult.kpiId() == null ? null : picture.behaviours().get(keyResult.kpiId());
        if (behaviour == null) {
            return null;
        }
        return behaviour.segments().stream()
                .filter(segment -> !segment.from().isAfter(keyResult.createdOn()))
                .reduce((earlier, later) -> later)
                .map(Segment::limits)
                .orElse(null);
    }
}
