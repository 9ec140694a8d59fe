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
}
