package io.goaltree.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goaltree.shared.Check;
import io.goaltree.shared.Problem;
import io.goaltree.shared.UserErrorCode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {
    private static final UUID ROW = UUID.fromString("0199f0aa-1b2c-7d3e-8f40-fedcba987654");
    private static final String HEX = "0199f0aa1b2c7d3e8f40fedcba987654";

    private final Check check = Check.of("input");

    @Test
    void an_id_is_a_tag_and_32_hex_digits() {
        assertThat(Ids.of(Kind.TEAM, ROW)).isEqualTo("team_" + HEX);
        assertThat(Ids.of(Kind.KEY_RESULT, new UUID(0, 0))).isEqualTo("kr_" + "0".repeat(32));
    }

    @Test
    void an_id_names_the_row_it_was_made_of() {
        for (Kind kind : Kind.values()) {
            for (UUID row : List.of(ROW, new UUID(0, 0), new UUID(-1, -1), new UUID(Long.MIN_VALUE, Long.MAX_VALUE))) {
                assertThat(Ids.parse(kind, Ids.of(kind, row))).contains(row);
                assertThat(Ids.uuid(kind, Ids.of(kind, row))).isEqualTo(row);
                assertThat(Ids.kind(Ids.of(kind, row))).contains(kind);
            }
        }
    }

    @Test
    void tags_tell_kinds_apart() {
        assertThat(new HashSet<>(Arrays.stream(Kind.values()).map(Kind::tag).toList()))
                .hasSameSizeAs(Kind.values());
        assertThat(Ids.parse(Kind.TEAM, "kpi_" + HEX)).isEmpty();
        assertThat(Ids.parse(Kind.KPI, "kr_" + HEX)).isEmpty();
    }

    @Test
    void malformed_ids_name_nothing() {
        for (String id : new String[] {
            null,
            "",
            "team",
            "team_",
            "team" + HEX,
            HEX,
            "team_" + HEX.substring(1),
            "team_" + HEX + "0",
            "team_" + HEX.toUpperCase(java.util.Locale.ROOT),
            "TEAM_" + HEX,
            " team_" + HEX,
            "team_" + HEX + "\n",
            "team_-" + HEX.substring(1),
            "team_g" + HEX.substring(1),
            "team_" + ROW
        }) {
            assertThat(Ids.parse(Kind.TEAM, id)).as("%s", id).isEmpty();
        }
        assertThat(Ids.kind("nobody_" + HEX)).isEmpty();
        assertThat(Ids.kind("team_x")).isEmpty();
    }

    @Test
    void a_foreign_id_where_our_own_is_expected_is_a_bug() {
        assertThatThrownBy(() -> Ids.uuid(Kind.TEAM, "kpi_" + HEX))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not an id of TEAM: kpi_" + HEX);
    }

    @Test
    void a_readable_id_is_read_without_a_problem() {
        assertThat(Ids.read(check, "id", Kind.TEAM, "team_" + HEX)).contains(ROW);
        assertThat(check.failed()).isFalse();
    }

    @Test
    void an_unreadable_id_is_not_found() {
        assertThat(Ids.read(check, "id", Kind.KEY_RESULT, "nonsense")).isEmpty();

        notFound("There is no KeyResult 'nonsense'", "input", "id");
    }

    @Test
    void a_missing_id_is_not_found() {
        assertThat(Ids.read(check, "id", Kind.TEAM, null)).isEmpty();

        notFound("There is no Team ''", "input", "id");
    }

    @Test
    void an_id_of_another_kind_is_named_as_such() {
        assertThat(Ids.read(check, "owner", Kind.PERSON, "team_" + HEX)).isEmpty();

        notFound("There is no Person 'team_" + HEX + "' (that is the id of another type, Team)", "input", "owner");
    }

    @Test
    void an_id_of_the_right_kind_without_a_row_is_not_found() {
        List<Problem> problems = Ids.absent(check, "id", Kind.TEAM, "team_" + HEX);

        assertThat(problems).isEqualTo(check.problems());
        notFound("There is no Team 'team_" + HEX + "'", "input", "id");
    }

    @Test
    void a_long_reference_is_shortened() {
        Ids.notFound(check, "team", Kind.TEAM, "x".repeat(10_000));

        notFound("There is no Team '" + "x".repeat(40) + "... (10000 characters)'", "input", "team");
    }

    private void notFound(String message, String... path) {
        assertThat(check.problems())
                .containsExactly(new Problem(UserErrorCode.NOT_FOUND, message, List.of(path), null));
    }
}
