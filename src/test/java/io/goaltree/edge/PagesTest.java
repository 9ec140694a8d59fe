package io.goaltree.edge;

import static io.goaltree.shared.UserErrorCode.INVALID_VALUE;
import static io.goaltree.shared.UserErrorCode.OUT_OF_RANGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goaltree.shared.UserErrorCode;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PagesTest {
    private static final Position PLACE = new Position("Sales", new UUID(1, 2));

    private final Cursors cursors = new Cursors(new KnownSecret("a"));
    private final Pages pages = new Pages(new PageLimits(50, 1_000), cursors);
    private final String cursor = cursors.write("teams", PLACE);

    @Test
    void without_arguments_the_first_standard_page_is_meant() {
        assertThat(pages.read("teams", null, null, null, null)).isEqualTo(new PageRequest("teams", 50, false, null));
    }

    @Test
    void first_goes_forward_and_after_names_the_place() {
        assertThat(pages.read("teams", 7, null, null, null)).isEqualTo(new PageRequest("teams", 7, false, null));
        assertThat(pages.read("teams", 7, cursor, null, null)).isEqualTo(new PageRequest("teams", 7, false, PLACE));
        assertThat(pages.read("teams", null, cursor, null, null)).isEqualTo(new PageRequest("teams", 50, false, PLACE));
    }

    @Test
    void last_goes_backward_and_before_names_the_place() {
        assertThat(pages.read("teams", null, null, 7, null)).isEqualTo(new PageRequest("teams", 7, true, null));
        assertThat(pages.read("teams", null, null, 7, cursor)).isEqualTo(new PageRequest("teams", 7, true, PLACE));
        assertThat(pages.read("teams", null, null, null, cursor)).isEqualTo(new PageRequest("teams", 50, true, PLACE));
    }

    @Test
    void sizes_go_from_none_to_the_most() {
        assertThat(pages.read("teams", 0, null, null, null).size()).isZero();
        assertThat(pages.read("teams", null, null, 1_000, null).size()).isEqualTo(1_000);
        refused(
                OUT_OF_RANGE,
                "first is -1; it must be between 0 and 1000",
                () -> pages.read("teams", -1, null, null, null));
        refused(
                OUT_OF_RANGE,
                "first is 1001; it must be between 0 and 1000",
                () -> pages.read("teams", 1_001, null, null, null));
        refused(
                OUT_OF_RANGE,
                "last is 1001; it must be between 0 and 1000",
                () -> pages.read("teams", null, null, 1_001, null));
    }

    @Test
    void arguments_that_contradict_each_other_are_refused() {
        String pairs = "'first' goes with 'after', 'last' with 'before'";
        refused(
                INVALID_VALUE,
                "first is 1 and last is 2; give one of them",
                () -> pages.read("teams", 1, null, 2, null));
        refused(INVALID_VALUE, pairs, () -> pages.read("teams", 1, null, null, cursor));
        refused(INVALID_VALUE, pairs, () -> pages.read("teams", null, cursor, 1, null));
        refused(INVALID_VALUE, pairs, () -> pages.read("teams", null, cursor, null, cursor));
    }

    @Test
    void a_cursor_of_a_page_leads_back_to_its_place() {
        PageRequest page = pages.read("teams", null, null, null, null);

        assertThat(pages.read("teams", null, pages.cursor(page, PLACE), null, null)
                        .from())
                .isEqualTo(PLACE);
    }

    private static void refused(UserErrorCode code, String message, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RequestRefused.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessage(message);
    }
}
