package io.goaltree.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoalOutcomeTest {
    @ParameterizedTest(name = "{0}: {1} if aspired to, {2} if committed")
    @CsvSource({
        "0, MISSED, MISSED",
        "0.3999999999999999999999999999999999, MISSED, MISSED",
        "0.4, PROGRESSED, PROGRESSED",
        "0.40, PROGRESSED, PROGRESSED",
        "0.6999999999999999999999999999999999, PROGRESSED, PROGRESSED",
        "0.7, ACHIEVED, PROGRESSED",
        "0.9999999999999999999999999999999999, ACHIEVED, PROGRESSED",
        "1, ACHIEVED, ACHIEVED",
        "1.000, ACHIEVED, ACHIEVED"
    })
    void bands_are_half_open_and_nothing_is_rounded(BigDecimal score, GoalOutcome aspired, GoalOutcome committed) {
        assertThat(GoalOutcome.of(score, false)).isEqualTo(aspired);
        assertThat(GoalOutcome.of(score, true)).isEqualTo(committed);
    }

    @ParameterizedTest
    @CsvSource({"-0.01", "1.01"})
    void a_score_that_is_no_share_is_refused(BigDecimal score) {
        assertThatThrownBy(() -> GoalOutcome.of(score, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Score is " + score + "; it must be between 0 and 1");
    }

    @Test
    void an_objective_scores_the_mean_of_its_key_results_scores_and_one_without_a_score_counts_zero() {
        Score score = RollUp.mean(List.of(
                new RollUp.Member(new BigDecimal("2"), Score.of(new BigDecimal("0.9"))),
                new RollUp.Member(BigDecimal.ONE, Score.of(new BigDecimal("0.6"))),
                new RollUp.Member(BigDecimal.ONE, Score.notMeasured())));
        assertThat(score.ratio()).isEqualByComparingTo("0.6");
        assertThat(score.coverage()).isEqualByComparingTo("0.75");
        assertThat(GoalOutcome.of(score.ratio(), false)).isEqualTo(GoalOutcome.PROGRESSED);
    }
}
