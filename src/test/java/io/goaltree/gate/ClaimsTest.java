package io.goaltree.gate;

import static io.goaltree.access.Right.ADMIN;
import static io.goaltree.access.Right.READ;
import static io.goaltree.access.Right.WRITE_GOALS;
import static io.goaltree.access.Right.WRITE_VALUES;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.access.Right;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClaimsTest {

    @Test
    void rights_are_found_in_whatever_shape_issuers_write_them() {
        assertThat(rights("a", Map.of("a", List.of("READ", "write_values", 7, "offline_access"))))
                .containsExactlyInAnyOrder(READ, WRITE_VALUES);
        assertThat(rights("a", Map.of("a", "Write_Goals READ,admin")))
                .containsExactlyInAnyOrder(WRITE_GOALS, READ, ADMIN);
        assertThat(rights("a/b/c", Map.of("a", Map.of("b", Map.of("c", List.of("READ"))))))
                .containsExactly(READ);
        assertThat(rights(
                        "https://goals.example.com/rights",
                        Map.of("https://goals.example.com/rights", List.of("READ"))))
                .containsExactly(READ);
    }

    @Test
    void what_is_not_a_right_gives_none() {
        for (Object value : List.of(
                true,
                1,
                Map.of("READ", true),
                List.of(List.of("ADMIN")),
                "READER",
                "ADMIN;READ",
                "",
                List.of(" ADMIN", "ADMIN "))) {
            assertThat(rights("a", Map.of("a", value))).as("%s", value).isEmpty();
        }
        assertThat(rights("a", Map.of())).isEmpty();
        assertThat(rights("a/b", Map.of("a", List.of("b", "ADMIN")))).isEmpty();
        assertThat(rights("a/b", Map.of("a", Map.of("c", "ADMIN")))).isEmpty();
    }

    @Test
    void times_beyond_all_calendars_are_the_end_of_them() {
        assertThat(new Claims(Map.of("exp", Long.MAX_VALUE)).expiry()).contains(Instant.parse("9999-12-31T00:00:00Z"));
        assertThat(new Claims(Map.of("exp", -1e300)).expiry()).contains(Instant.EPOCH);
        assertThat(new Claims(Map.of("exp", 1_700_000_000.9)).expiry()).contains(Instant.ofEpochSecond(1_700_000_000));
        assertThat(new Claims(Map.of("exp", "1")).expiry()).isEmpty();
    }

    private static Set<Right> rights(String path, Map<String, Object> claims) {
        return new Claims(claims).rights(path);
    }
}
