package io.goaltree.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.behaviour.Behaviour;
import io.goaltree.behaviour.Behaviours;
import io.goaltree.behaviour.Point;
import io.goaltree.behaviour.SegmentStart;
import io.goaltree.behaviour.Verdict;
import io.goaltree.scoring.Direction;
import io.goaltree.time.Cadence;
import io.goaltree.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BehaviourTextTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");

    @Test
    void what_was_written_is_read_again_exactly() {
        Random random = new Random(23);
        int signals = 0;
        for (int run = 0; run < 200; run++) {
            Behaviour behaviour = behaviour(random);
            signals += behaviour.signals().size();
            assertThat(BehaviourText.read(BehaviourText.write(behaviour))).isEqualTo(behaviour);
        }
        assertThat(signals).isGreaterThan(100);
    }

    @Test
    void nothing_measured_is_read_as_nothing_measured() {
        Behaviour none = new Behaviour(Verdict.INSUFFICIENT_DATA, null, null, List.of(), List.of(), null);
        String text = BehaviourText.write(none);
        assertThat(text).isEqualTo("{\"verdict\":\"INSUFFICIENT_DATA\",\"segments\":[],\"signals\":[]}");
        assertThat(BehaviourText.read(text)).isEqualTo(none);
    }

    private static Behaviour behaviour(Random random) {
        List<Point> points = new ArrayList<>();
        int size = random.nextInt(60);
        for (int i = 0; i < size; i++) {
            BigDecimal value = BigDecimal.valueOf(random.nextInt(1_000), random.nextInt(30) - 10);
            if (random.nextInt(10) > 0) {
                points.add(new Point(DateRange.inclusive(FIRST.plusDays(i), FIRST.plusDays(i)), value));
            }
        }
        List<SegmentStart> starts =
                random.nextBoolean() ? List.of() : List.of(new SegmentStart(FIRST.plusDays(20), "\"New\" \\ line\n é"));
        return Behaviours.of(points, starts, 20, Direction.values()[random.nextInt(3)], Cadence.DAILY);
    }
}
