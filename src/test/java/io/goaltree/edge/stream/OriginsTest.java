package io.goaltree.edge.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {
    private static final Origins OWN = new Origins(List.of());

    @Test
    void who_is_no_page_is_let_in() {
        assertThat(OWN.admit(null, "goaltree.example")).isTrue();
        assertThat(OWN.admit(null, null)).isTrue();
        assertThat(new Origins(List.of("https://app.example")).admit(null, "x")).isTrue();
    }

    @Test
    void by_default_the_origin_must_be_the_host() {
        assertThat(OWN.admit("https://goaltree.example", "goaltree.example")).isTrue();
        assertThat(OWN.admit("http://goaltree.example", "goaltree.example")).isTrue();
        assertThat(OWN.admit("https://Goaltree.Example:443", "goaltree.example"))
                .isTrue();
        assertThat(OWN.admit("https://goaltree.example", "goaltree.example:443"))
                .isTrue();
        assertThat(OWN.admit("http://localhost:8080", "localhost:8080")).isTrue();
        assertThat(OWN.admit("http://[::1]:8080", "[::1]:8080")).isTrue();
        assertThat(OWN.admit("http://localhost:8081", "localhost:8080")).isFalse();
        assertThat(OWN.admit("https://goaltree.example", "goaltree.example:80")).isFalse();
        assertThat(OWN.admit("https://goaltree.example", null)).isFalse();
        assertThat(OWN.admit("https://evil.example", "goaltree.example")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "file://",
                "goaltree.example",
                "https://goaltree.example/",
                "https://goaltree.example?x",
                "https://user@goaltree.example",
                "https://goaltree.example evil",
                "https://goaltree.example.",
                "%%"
            })
    void what_is_no_origin_or_another_is_refused(String origin) {
        assertThat(OWN.admit(origin, "goaltree.example")).isFalse();
        assertThat(new Origins(List.of("https://goaltree.example")).admit(origin, "goaltree.example"))
                .isFalse();
    }

    @Test
    void a_list_replaces_the_own_origin() {
        Origins listed = new Origins(List.of("https://APP.example", " http://localhost:3000 "));
        assertThat(listed.admit("https://app.example", "goaltree.example")).isTrue();
        assertThat(listed.admit("https://app.example:443", "goaltree.example")).isTrue();
        assertThat(listed.admit("http://localhost:3000", "goaltree.example")).isTrue();
        assertThat(listed.admit("http://app.example", "goaltree.example")).isFalse();
        assertThat(listed.admit("https://goaltree.example", "goaltree.example")).isFalse();
    }

    @Test
    void a_star_lets_every_page_in() {
        assertThat(new Origins(List.of("*")).admit("null", null)).isTrue();
    }

    @Test
    void a_setting_that_is_no_origin_is_refused() {
        assertThatThrownBy(() -> new Origins(List.of("app.example")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'app.example' is no origin");
        assertThatThrownBy(() -> new Origins(List.of("https://app.example/path")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
