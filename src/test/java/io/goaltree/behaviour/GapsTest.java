package io.goaltree.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.behaviour.Gaps.Gap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GapsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");

    @Test
    void the_furthest_in_sigmas_comes_first_whatever_its_distance() {
        assertThat(ranked(2, real("far", "10", "100"), real("near", "2", "1"), noise("between", "3", "2")))
                .containsExactly("near 2 recommended", "between 1.5", "far 0.1 recommended");
    }

    @Test
    void those_without_a_distance_in_sigmas_come_last_by_key() {
        assertThat(ranked(
                        2,
                        noise("constant", "1000", "0"),
                        gap("b", "1000", null, Verdict.INSUFFICIENT_DATA),
                        noise("a", "1", "1"),
                        gap("Z", "5", null, Verdict.INSUFFICIENT_DATA)))
                .containsExactly("a 1", "Z null", "b null", "constant null");
    }

    @Test
    void equal_distances_are_sorted_by_key_whatever_their_digits() {
        assertThat(ranked(0, noise("b", "2", "2"), noise("c", "1.00", "1"), noise("a", "3.0", "3")))
                .containsExactly("a 1", "b 1", "c 1");
    }

    @Test
    void only_the_first_real_ones_are_recommended() {
        Gap[] gaps = {noise("a", "9", "1"), real("b", "5", "1"), real("c", "4", "1"), real("d", "3", "1")};
        assertThat(ranked(2, gaps)).containsExactly("a 9", "b 5 recommended", "c 4 recommended", "d 3");
        assertThat(ranked(0, gaps)).containsExactly("a 9", "b 5", "c 4", "d 3");
        assertThat(ranked(9, gaps)).containsExactly("a 9", "b 5 recommended", "c 4 recommended", "d 3 recommended");
        assertThat(ranked(1, real("constant", "1", "0"))).containsExactly("constant null recommended");
    }

    @Test
    void a_third_is_not_rounded_before_it_is_compared() {
        List<String> ranked = ranked(0, noise("a", "1", "3"), noise("b", "1.0000000000000000001", "3"));
        assertThat(ranked.get(0)).startsWith("b 0.333");
    }

    @Test
    void the_order_they_come_in_does_not_matter_and_none_rank_as_none() {
        List<Gap> gaps = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Verdict verdict = i % 3 == 0 ? Verdict.SIGNAL : Verdict.NOISE;
            gaps.add(gap("k" + i, String.valueOf(i % 7 + 1), i % 5 == 0 ? "0" : String.valueOf(i % 4 + 1), verdict));
        }
        List<String> expected = ranked(2, gaps.toArray(Gap[]::new));
        Random random = new Random(5);
        for (int run = 0; run < 20; run++) {
            Collections.shuffle(gaps, random);
            assertThat(ranked(2, gaps.toArray(Gap[]::new))).isEqualTo(expected);
        }
        assertThat(ranked(2)).isEmpty();
    }

    private static List<String> ranked(int mostRecommended, Gap... gaps) {
        return Gaps.ranked(Arrays.asList(gaps), mostRecommended).stream()
                .map(it -> it.gap().key() + " "
                        + (it.inSigmas() == null
                                ? "null"
                                : it.inSigmas().stripTrailingZeros().toPlainString())
                        + (it.isRecommended() ? " recommended" : ""))
                .toList();
    }

    private static Gap real(String key, String distance, String sigma) {
        return gap(key, distance, sigma, Verdict.SIGNAL);
    }

    private static Gap noise(String key, String distance, String sigma) {
        return gap(key, distance, sigma, Verdict.NOISE);
    }

    /** Of two segments the later one counts. */
    private static Gap gap(String key, String distance, String sigma, Verdict verdict) {
        boolean isSignal = verdict == Verdict.SIGNAL;
        return new Gap(
                key,
                new BigDecimal(distance),
                new Behaviour(
                        verdict,
                        isSignal ? DAY : null,
                        isSignal ? SignalDirection.WORSENING : null,
                        List.of(segment("17"), segment(sigma)),
                        List.of(),
                        null));
    }

    private static Segment segment(String sigma) {
        BigDecimal any = BigDecimal.ONE;
        Limits limits = sigma == null ? null : new Limits(any, any, any, any, any, new BigDecimal(sigma));
        return new Segment(DAY, DAY, 6, limits, "First value");
    }
}
