package io.goaltree.edge.operation;

import static io.goaltree.edge.limits.RequestCode.BATCH_NOT_SUPPORTED;
import static io.goaltree.edge.limits.RequestCode.JSON_TOO_DEEP;
import static io.goaltree.edge.limits.RequestCode.MALFORMED_JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.limits.RequestCode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

    @Test
    void an_object_is_read() {
        assertThat(JsonBody.read(" {\"a\": {\"b\": [1]}} ".getBytes(StandardCharsets.UTF_8), 3))
                .hasToString("{\"a\":{\"b\":[1]}}");
    }

    @Test
    void an_object_is_read_at_the_limit_of_depth_and_refused_one_deeper() {
        assertThat(read("{\"a\":[[1]]}", 3)).isEqualTo("{\"a\":[[1]]}");
        assertThat(refused("{\"a\":[[[1]]]}", 3)).isEqualTo(JSON_TOO_DEEP);
    }

    @Test
    void brackets_in_texts_do_not_count() {
        assertThat(read("{\"a\":\"[[[[{{\\\"[[\"}", 2)).isEqualTo("{\"a\":\"[[[[{{\\\"[[\"}");
    }

    @Test
    void twenty_thousand_levels_are_refused() {
        assertThat(refused("{\"a\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}", 64))
                .isEqualTo(JSON_TOO_DEEP);
        assertThat(refused("{\"a\":".repeat(20_000), 64)).isEqualTo(JSON_TOO_DEEP);
    }

    @Test
    void an_array_is_a_batch() {
        assertThat(refused(" [{\"query\":\"{a}\"}]", 64)).isEqualTo(BATCH_NOT_SUPPORTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1",
                "null",
                "\"a\"",
                "{",
                "{ \"not a JSON",
                "{\"a\":}",
                "{\"a\":1} {\"b\":2}",
                "{a:1}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "{\"a\":1,}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":\"\u0000\"}",
                "{\"a\":1]",
                "\uFEFF{}"
            })
    void what_is_no_object_is_malformed(String text) {
        assertThat(refused(text, 64)).isEqualTo(MALFORMED_JSON);
    }

    @Test
    void numbers_that_nobody_means_are_malformed() {
        assertThat(refused("{\"a\":" + "9".repeat(1_101) + "}", 64)).isEqualTo(MALFORMED_JSON);
        assertThat(refused("{\"a\":" + "9".repeat(20_000) + ".5}", 64)).isEqualTo(MALFORMED_JSON);
        assertThat(refused("{\"a\":1e99999999999}", 64)).isEqualTo(MALFORMED_JSON);
    }

    @Test
    void bytes_that_are_not_utf_8_are_malformed() {
        byte[] bytes = "{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(catchThrowableOfType(DocumentRefused.class, () -> JsonBody.read(bytes, 64))
                        .code())
                .isEqualTo(MALFORMED_JSON);
    }

    private static String read(String text, int depth) {
        return JsonBody.read(text, depth, "The body").toString();
    }

    private static RequestCode refused(String text, int depth) {
        return catchThrowableOfType(DocumentRefused.class, () -> JsonBody.read(text, depth, "The body"))
                .code();
    }
}
