package io.goaltree.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goaltree.shared.UserErrorCode;
import org.junit.jupiter.api.Test;

class SinglesTest {

    @Test
    void one_of_id_and_key_is_taken() {
        assertThat(Singles.idOrKey("team", "team_1", null)).isEqualTo("team_1");
        assertThat(Singles.idOrKey("team", null, "sales")).isEqualTo("sales");
    }

    @Test
    void both_or_neither_are_refused() {
        assertThatThrownBy(() -> Singles.idOrKey("team", "team_1", "sales"))
                .isInstanceOfSatisfying(
                        RequestRefused.class, e -> assertThat(e.code()).isEqualTo(UserErrorCode.INVALID_VALUE))
                .hasMessage("team needs exactly one of id and key; it has both");
        assertThatThrownBy(() -> Singles.idOrKey("cycle", null, null))
                .isInstanceOfSatisfying(
                        RequestRefused.class, e -> assertThat(e.code()).isEqualTo(UserErrorCode.INVALID_VALUE))
                .hasMessage("cycle needs exactly one of id and key; it has neither");
    }
}
