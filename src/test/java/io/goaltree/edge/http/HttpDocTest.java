package io.goaltree.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.app.Settings;
import io.goaltree.edge.limits.RequestCode;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** src/docs/http.md says all there is to say of codes and limits, and the truth. */
class HttpDocTest {
    private final List<String> lines = Files.readAllLines(Path.of("src", "docs", "http.md"));

    HttpDocTest() throws IOException {}

    @ParameterizedTest
    @EnumSource(RequestCode.class)
    void every_code_is_told_with_its_status(RequestCode code) {
        String row = lines.stream()
                .filter(line -> line.startsWith("| ") && line.contains("`" + code + "`"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " is not told"));
        String told = row.split("\\|")[2].strip();
        int response = Statuses.of(code, MediaType.GRAPHQL_RESPONSE);
        int json = Statuses.of(code, MediaType.JSON);
        assertThat(told).isIn(response == json ? String.valueOf(json) : response + " or " + json, "-");
        assertThat(told.equals("-"))
                .isEqualTo(List.of(RequestCode.TOO_MANY_OPERATIONS, RequestCode.SLOW_CONSUMER)
                        .contains(code));
    }

    @Test
    void every_limit_is_told_with_its_default() {
        for (Method limit : Settings.Limits.class.getMethods()) {
            String name = limit.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
            String value = limit.getAnnotation(WithDefault.class).value();
            assertThat(lines).as(name).anyMatch(line -> line.startsWith("| `" + name + "` | " + value + " |"));
        }
    }

    @Test
    void every_setting_of_sockets_is_told() {
        String text = String.join("\n", lines);
        Arrays.stream(Settings.Socket.class.getMethods())
                .map(setting -> setting.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT))
                .forEach(name -> assertThat(text).contains("." + name));
    }
}
