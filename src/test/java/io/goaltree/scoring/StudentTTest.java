package io.goaltree.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {
    @ParameterizedTest(name = "{0} degrees of freedom: 95 % within {1}, 99 % within {2}")
    @CsvSource({
        "1, 12.706, 63.657",
        "2, 4.303, 9.925",
        "3, 3.182, 5.841",
        "4, 2.776, 4.604",
        "5, 2.571, 4.032",
        "10, 2.228, 3.169",
        "30, 2.042, 2.750",
        "120, 1.980, 2.617"
    })
    void quantiles_are_those_of_the_published_table(int degreesOfFreedom, double in95, double in99) {
        assertThat(StudentT.quantile(0.95, degreesOfFreedom).doubleValue()).isCloseTo(in95, within(0.0005));
        assertThat(StudentT.quantile(0.99, degreesOfFreedom).doubleValue()).isCloseTo(in99, within(0.0005));
    }

    @Test
    void one_and_two_degrees_of_freedom_have_a_closed_form() {
        assertThat(StudentT.quantile(0.95, 1).doubleValue()).isCloseTo(Math.tan(0.95 * Math.PI / 2), within(1e-11));
        assertThat(StudentT.quantile(0.95, 2).doubleValue())
                .isCloseTo(0.95 * Math.sqrt(2 / (1 - 0.95 * 0.95)), within(1e-12));
    }

    @Test
    void many_degrees_of_freedom_come_down_to_the_normal_distribution() {
        assertThat(StudentT.quantile(0.95, 100_000).doubleValue()).isCloseTo(1.959964, within(3e-5));
    }

    @Test
    void law_more_degrees_of_freedom_are_narrower_and_more_probability_is_wider() {
        for (int degreesOfFreedom = 1; degreesOfFreedom < 400; degreesOfFreedom++) {
            assertThat(StudentT.quantile(0.95, degreesOfFreedom + 1))
                    .isLessThan(StudentT.quantile(0.95, degreesOfFreedom));
            assertThat(StudentT.quantile(0.95, degreesOfFreedom)).isLessThan(StudentT.quantile(0.99, degreesOfFreedom));
        }
    }
}
