package io.goaltree.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.shared.Check;
import io.goaltree.shared.Problem;
import io.goaltree.shared.UserErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionsTest {

    @Test
    void equal_versions_agree() {
        Check check = Check.of("input");
        Versions.compare(check, 3, 3);

        assertThat(check.failed()).isFalse();
    }

    @Test
    void another_version_is_a_conflict() {
        Check check = Check.of("input");
        Versions.compare(check, 2, 3);

        assertThat(check.problems())
                .containsExactly(new Problem(
                        UserErrorCode.VERSION_CONFLICT,
                        "expectedVersion is 2, but the current version is 3; read it again and repeat with that",
                        List.of("input", "expectedVersion"),
                        null));
    }
}
