package io.goaltree.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.As;
import io.goaltree.GraphQl;
import io.goaltree.GraphQl.Answer;
import io.goaltree.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tries to write what is out of reach, each written by hand in bypass-writes.txt, by a caller with every right but ADMIN in another team.
 * Nothing is written, and nothing unseen is told.
 */
@QuarkusTest
class BypassWriteTest extends ApiTest {
    private static Secret secret;

    @Inject
    Sql sql;

    static Stream<String> tries() {
        return Tries.in("bypass-writes.txt");
    }

    @BeforeEach
    void plant() {
        if (secret == null) {
            secret = Secret.plant(world, clock, sql);
        }
        clock.advance(java.time.Duration.ofHours(3));
    }

    @ParameterizedTest
    @MethodSource("tries")
    void nothing_is_written_by(String hand) {
        String[] wantedAndDocument = hand.split("\n", 2);
        String[] wanted = wantedAndDocument[0].split(" ");
        String document = secret.told(wantedAndDocument[1]);
        Map<String, String> before = sql.contents();
        Answer answer = As.caller(As.bound(As.allButAdmin(), secret.ownTeam), () -> GraphQl.post(document));
        assertThat(sql.contents()).as(document).isEqualTo(before);
        assertThat(answer.text()).as(document).doesNotContain(secret.word + " ").doesNotContain("INTERNAL");
        List<Map<String, Object>> errors = errors(answer.json().get("data"));
        assertThat(errors).as(answer.text()).isNotEmpty();
        String code = wanted[0].equals("REJECTED") ? "NOT_ALLOWED" : wanted[0];
        assertThat(errors).as(answer.text()).allSatisfy(error -> {
            assertThat(error.get("code")).isEqualTo(code);
            assertThat(path(error)).contains(wanted[1]);
        });
    }

    @Test
    void the_tries_are_many() {
        assertThat(tries()).hasSizeGreaterThanOrEqualTo(70).doesNotHaveDuplicates();
    }

    private static String path(Map<String, Object> error) {
        return String.join(
                ".", ((List<?>) error.get("path")).stream().map(String::valueOf).toList());
    }

    /** Everything with a code and a path, wherever it stands. */
    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> errors(Object within) {
        List<Map<String, Object>> found = new ArrayList<>();
        if (within instanceof Map<?, ?> map) {
            if (map.containsKey("code") && map.containsKey("path")) {
                found.add((Map<String, Object>) map);
            }
            map.values().forEach(value -> found.addAll(errors(value)));
        } else if (within instanceof List<?> list) {
            list.forEach(value -> found.addAll(errors(value)));
        }
        return found;
    }
}
