package io.goaltree.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goaltree.shared.UserErrorCode;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CursorsTest {
    private static final Position PLACE =
            new Position("Sales", UUID.fromString("0199f0aa-1b2c-7d3e-8f40-fedcba987654"));

    private final Cursors cursors = new Cursors(new KnownSecret("a"));

    @Test
    void a_cursor_leads_back_to_its_place() {
        for (String sort : List.of("", "Sales", "\u00C4rger \uD83D\uDE80", "x".repeat(2_900))) {
            Position place = new Position(sort, PLACE.id());
            assertThat(cursors.read("teams", cursors.write("teams", place))).isEqualTo(place);
        }
    }

    @Test
    void a_cursor_is_good_on_every_replica() {
        assertThat(new Cursors(new KnownSecret("a")).read("teams", cursors.write("teams", PLACE)))
                .isEqualTo(PLACE);
    }

    @Test
    void a_cursor_goes_into_an_address_unescaped() {
        assertThat(cursors.write("teams", PLACE)).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        refused("people", cursors.write("teams", PLACE));
        refused("teams ", cursors.write("teams", PLACE));
    }

    @Test
    void a_cursor_of_another_installation_is_refused() {
        refused("teams", new Cursors(new KnownSecret("b")).write("teams", PLACE));
    }

    @Test
    void a_cursor_with_any_bit_changed_is_refused() {
        byte[] sealed = Base64.getUrlDecoder().decode(cursors.write("teams", PLACE));
        for (int i = 0; i < sealed.length * 8; i++) {
            byte[] changed = sealed.clone();
            changed[i / 8] ^= (byte) (1 << i % 8);
            refused("teams", Base64.getUrlEncoder().withoutPadding().encodeToString(changed));
        }
    }

    @Test
    void a_cursor_cut_short_is_refused() {
        byte[] sealed = Base64.getUrlDecoder().decode(cursors.write("teams", new Position("", PLACE.id())));
        assertThat(sealed).hasSize(32);
        for (int length = 0; length < sealed.length; length++) {
            refused(
                    "teams",
                    Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(sealed, length)));
        }
    }

    @Test
    void what_was_never_a_cursor_is_refused_by_name() {
        assertThatThrownBy(() -> cursors.read("teams", "page 2"))
                .isInstanceOfSatisfying(
                        RequestRefused.class, e -> assertThat(e.code()).isEqualTo(UserErrorCode.INVALID_VALUE))
                .hasMessage("Cursor 'page 2' is not one of this list, filter and order; use one that it answered");
        refused("teams", "");
        refused("teams", "A".repeat(4_000));
        assertThatThrownBy(() -> cursors.read("teams", "A".repeat(4_001)))
                .hasMessageStartingWith("Cursor '" + "A".repeat(40) + "... (4001 characters)' is not");
    }

    private void refused(String list, String cursor) {
        assertThatThrownBy(() -> cursors.read(list, cursor)).isInstanceOf(RequestRefused.class);
    }
}
