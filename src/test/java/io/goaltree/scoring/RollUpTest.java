package io.goaltree.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goaltree.scoring.RollUp.Member;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RollUpTest {
    @Test
    void one_done_of_three_is_a_third() {
        Score score = RollUp.mean(equalWeights("1", "0", "0"));
        assertThat(score.ratio()).isEqualByComparingTo("0.3333333333333333333333333333333333");
        assertThat(Ratios.rounded(score.ratio())).isEqualTo(0.333333);
    }

    @Test
    void four_ratios_give_their_mean_as_raw_and_ratio() {
        Score score = RollUp.mean(equalWeights("0.2", "0.3", "0.1", "0.4"));
        assertThat(score.raw()).isEqualByComparingTo("0.25");
        assertThat(score.ratio()).isEqualByComparingTo("0.25");
        assertThat(score.coverage()).isEqualByComparingTo("1");
    }

    @Test
    void weights_pull_the_mean() {
        Score score = RollUp.mean(List.of(member("3", "0.8"), member("1", "0.4"), member("0", "0.1")));
        assertThat(score.ratio()).isEqualByComparingTo("0.7");
    }

    @Test
    void overshoot_and_regress_are_clamped_before_they_are_averaged() {
        assertThat(RollUp.mean(equalWeights("1.8", "0")).ratio()).isEqualByComparingTo("0.5");
        assertThat(RollUp.mean(equalWeights("1", "-3")).ratio()).isEqualByComparingTo("0.5");
    }

    @Test
    void an_unmeasured_member_counts_zero_and_lowers_the_coverage() {
        Score score = RollUp.mean(List.of(member("1", "0.6"), new Member(new BigDecimal("3"), Score.notMeasured())));
        assertThat(score.ratio()).isEqualByComparingTo("0.15");
        assertThat(score.coverage()).isEqualByComparingTo("0.25");
    }

    @Test
    void nothing_measured_below_is_ratio_zero_with_coverage_zero() {
        Score score = RollUp.mean(List.of(new Member(BigDecimal.ONE, Score.notMeasured())));
        assertThat(score.raw()).isEqualByComparingTo("0");
        assertThat(score.ratio()).isEqualByComparingTo("0");
        assertThat(score.coverage()).isEqualByComparingTo("0");
        assertThat(score.isMeasured()).isFalse();
    }

    @Test
    void no_members_is_null_and_not_zero() {
        assertThat(RollUp.mean(List.of())).isEqualTo(Score.notMeasured());
    }

    @Test
    void members_without_any_weight_are_null_and_not_zero() {
        assertThat(RollUp.mean(List.of(member("0", "0.6"), member("0.00", "1"))))
                .isEqualTo(Score.notMeasured());
    }

    @Test
    void a_child_objective_brings_its_own_coverage() {
        Score child = RollUp.mean(List.of(member("1", "1"), new Member(BigDecimal.ONE, Score.notMeasured())));
        Score parent = RollUp.mean(List.of(new Member(BigDecimal.ONE, child), member("1", "0.2")));
        assertThat(parent.ratio()).isEqualByComparingTo("0.35");
        assertThat(parent.coverage()).isEqualByComparingTo("0.75");
    }

    @Test
    void a_negative_weight_is_refused() {
        assertThatThrownBy(() -> member("-1", "0.5"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Weight is -1; it must be 0 or more");
    }

    @Test
    void law_a_mean_lies_between_the_least_and_the_greatest_ratio() {
        Random random = new Random(20250409);
        for (int i = 0; i < 1_000; i++) {
            List<Member> members = sample(random);
            List<BigDecimal> counted = members.stream()
                    .filter(member -> member.weight().signum() > 0)
                    .map(member -> member.score().isMeasured() ? member.score().ratio() : BigDecimal.ZERO)
                    .sorted()
                    .toList();
            assertThat(RollUp.mean(members).ratio()).isBetween(counted.get(0), counted.get(counted.size() - 1));
        }
    }

    @Test
    void law_scaling_all_weights_changes_nothing() {
        Random random = new Random(20250410);
        for (int i = 0; i < 1_000; i++) {
            List<Member> members = sample(random);
            BigDecimal scale = Samples.positive(random, 50, 3);
            List<Member> scaled = members.stream()
                    .map(member -> new Member(member.weight().multiply(scale), member.score()))
                    .toList();
            assertThat(RollUp.mean(scaled).ratio())
                    .isEqualByComparingTo(RollUp.mean(members).ratio());
            assertThat(RollUp.mean(scaled).coverage())
                    .isEqualByComparingTo(RollUp.mean(members).coverage());
        }
    }

    @Test
    void law_the_order_of_members_does_not_matter() {
        Random random = new Random(20250411);
        for (int i = 0; i < 200; i++) {
            List<Member> members = sample(random);
            List<Member> shuffled = new ArrayList<>(members);
            Collections.shuffle(shuffled, random);
            assertThat(RollUp.mean(shuffled).ratio())
                    .isEqualByComparingTo(RollUp.mean(members).ratio());
        }
    }

    /** One to eight members; some overshoot, some are negative, some have no value; the first has a weight. */
    private static List<Member> sample(Random random) {
        List<Member> members = new ArrayList<>();
        members.add(new Member(Samples.positive(random, 10, 2), score(random)));
        for (int more = random.nextInt(8); more > 0; more--) {
            BigDecimal weight = random.nextInt(5) == 0 ? BigDecimal.ZERO : Samples.positive(random, 10, 2);
            members.add(new Member(weight, score(random)));
        }
        return members;
    }

    private static Score score(Random random) {
        return random.nextInt(4) == 0 ? Score.notMeasured() : Score.of(Samples.decimal(random, 2, 4));
    }

    private static List<Member> equalWeights(String... raws) {
        return Stream.of(raws).map(raw -> member("1", raw)).toList();
    }

    private static Member member(String weight, String raw) {
        return new Member(new BigDecimal(weight), Score.of(new BigDecimal(raw)));
    }
}
