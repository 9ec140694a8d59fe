package io.goaltree.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goaltree.scoring.Milestones.Part;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class MilestonesTest {
    @Test
    void the_ratio_is_the_weight_that_is_done() {
        Score score = Milestones.score(List.of(done("3"), open("1"), done("0.5"), open("0.5")));
        assertThat(score.raw()).isEqualByComparingTo("0.7");
        assertThat(score.ratio()).isEqualByComparingTo("0.7");
        assertThat(score.coverage()).isEqualByComparingTo("1");
    }

    @Test
    void a_third_is_not_rounded() {
        assertThat(Milestones.score(List.of(done("1"), open("2"))).raw())
                .isEqualByComparingTo("0.3333333333333333333333333333333333");
    }

    @Test
    void nothing_done_yet_is_measured_and_zero() {
        Score score = Milestones.score(List.of(open("1"), open("2")));
        assertThat(score.raw()).isEqualByComparingTo("0");
        assertThat(score.isMeasured()).isTrue();
    }

    @Test
    void a_yes_or_no_result_is_one_milestone() {
        assertThat(Milestones.score(List.of(done("7"))).ratio()).isEqualByComparingTo("1");
        assertThat(Milestones.score(List.of(open("7"))).ratio()).isEqualByComparingTo("0");
    }

    @Test
    void no_milestones_or_no_weight_is_not_measured() {
        assertThat(Milestones.score(List.of())).isEqualTo(Score.notMeasured());
        assertThat(Milestones.score(List.of(done("0"), open("0.0")))).isEqualTo(Score.notMeasured());
    }

    @Test
    void a_negative_weight_is_refused() {
        assertThatThrownBy(() -> done("-0.1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Weight is -0.1; it must be 0 or more");
    }

    private static Part done(String weight) {
        return new Part(new BigDecimal(weight), true);
    }

    private static Part open(String weight) {
        return new Part(new BigDecimal(weight), false);
    }
}
