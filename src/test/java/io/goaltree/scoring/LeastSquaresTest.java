package io.goaltree.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.scoring.LeastSquares.Point;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeastSquaresTest {
    private static final MathContext CERTIFIED = new MathContext(15);

    /** Norris (calibration of ozone monitors), x then y; NIST StRD, linear regression, lower level of difficulty. */
    private static final String NORRIS = """
            0.2 0.1  337.4 338.8  118.2 118.1  884.6 888.0  10.1 9.2  226.5 228.1  666.3 668.5  996.3 998.5  448.6 449.1
            777.0 778.9  558.2 559.2  0.4 0.3  0.6 0.1  775.5 778.1  666.9 668.8  338.0 339.3  447.5 448.9  11.6 10.8
            556.0 557.7  228.1 228.3  995.8 998.0  887.6 888.8  120.2 119.6  0.3 0.3  0.3 0.6  556.8 557.6  339.1 339.3
            887.2 888.0  999.0 998.5  779.0 778.9  11.1 10.2  118.3 117.6  229.2 228.9  669.1 668.4  448.9 449.2  0.5 0.2
            """;

    @Test
    void the_line_through_norris_has_all_certified_digits() {
        LeastSquares line = LeastSquares.through(points(NORRIS));
        assertThat(line.n()).isEqualByComparingTo("36");
        assertCertified(line.slope(), "1.00211681802045");
        assertCertified(line.at(BigDecimal.ZERO), "-0.262323073774029");
        assertCertified(line.residualDeviation(), "0.884796396144373");
        assertCertified(line.slopeError(), "0.429796848199937E-03");
        assertCertified(line.lineError(BigDecimal.ZERO), "0.232818234301152");
    }

    @Test
    void a_thousand_million_added_to_every_x_costs_no_digit() {
        BigDecimal far = new BigDecimal("1000000000");
        List<Point> moved = points(NORRIS).stream()
                .map(point -> new Point(point.x().add(far), point.y()))
                .toList();
        LeastSquares line = LeastSquares.through(moved);
        assertCertified(line.slope(), "1.00211681802045");
        assertCertified(line.at(far), "-0.262323073774029");
        assertCertified(line.residualDeviation(), "0.884796396144373");
    }

    @Test
    void a_perfect_line_leaves_nothing_unexplained() {
        LeastSquares line = LeastSquares.through(points("0 0.1  1 0.4  7 2.2"));
        assertThat(line.slope()).isEqualByComparingTo("0.3");
        assertThat(line.at(new BigDecimal("30"))).isEqualByComparingTo("9.1");
        assertThat(line.residualDeviation()).isEqualByComparingTo("0");
        assertThat(line.predictionError(new BigDecimal("30"))).isEqualByComparingTo("0");
    }

    private static void assertCertified(BigDecimal computed, String certified) {
        assertThat(computed.round(CERTIFIED)).isEqualByComparingTo(certified);
    }

    private static List<Point> points(String text) {
        String[] numbers = text.strip().split("\\s+");
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += 2) {
            points.add(new Point(new BigDecimal(numbers[i]), new BigDecimal(numbers[i + 1])));
        }
        return points;
    }
}
