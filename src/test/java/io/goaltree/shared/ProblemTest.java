package io.goaltree.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void a_problem_outside_a_list_has_no_index() {
        Problem problem = Problem.at(UserErrorCode.REQUIRED, "Name is empty", "input", "name");

        assertThat(problem)
                .isEqualTo(new Problem(UserErrorCode.REQUIRED, "Name is empty", List.of("input", "name"), null));
        assertThat(problem.index()).isNull();
    }

    @Test
    void a_problem_keeps_the_path_it_was_made_of() {
        List<String> path = new ArrayList<>(List.of("input"));
        Problem problem = new Problem(UserErrorCode.REQUIRED, "m", path, 3);
        path.add("name");

        assertThat(problem.path()).containsExactly("input");
        assertThat(problem.index()).isEqualTo(3);
    }

    @Test
    void a_problem_seen_from_further_out_has_a_longer_path() {
        Problem inner = new Problem(UserErrorCode.REQUIRED, "m", List.of("value"), 3);

        assertThat(inner.within("input", "values"))
                .isEqualTo(new Problem(UserErrorCode.REQUIRED, "m", List.of("input", "values", "value"), 3));
        assertThat(inner.within()).isEqualTo(inner);
    }
}
