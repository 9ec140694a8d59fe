package io.goaltree.edge.limits;

import static io.goaltree.edge.limits.Documents.reader;
import static io.goaltree.edge.limits.Documents.times;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Documents that keep a reader without our limits busy for seconds, or for ever: each is read or refused in little time. The
 * processor's time is bounded, not the clock's, so that a busy machine changes nothing; the bound is a hundred times what was seen.
 */
class CheapRefusalTest {
    private static final long MOST_MILLIS = 2_000;

    @Test
    void no_document_keeps_the_reader_busy() {
        attacks().forEach((name, text) -> {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            try {
                ReadDocument document = reader().read(text);
                document.operation(null).types();
                document.operation(null).cost(Map.of());
            } catch (DocumentRefused e) {
                assertThat(e.refusals()).isNotEmpty();
            }
            long millis = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1_000_000;
            assertThat(millis).as(name).isLessThan(MOST_MILLIS);
        });
    }

    @Test
    void the_next_honest_document_is_read() {
        DocumentReader reader = reader();
        attacks().values().forEach(text -> {
            try {
                reader.read(text);
            } catch (DocumentRefused e) {
                assertThat(e.refusals()).isNotEmpty();
            }
        });
        assertThat(reader.read("{ me { id } }").operation(null).cost(Map.of())).isEqualTo(2);
    }

    private static Map<String, String> attacks() {
        Map<String, String> attacks = new LinkedHashMap<>();
        attacks.put("a chain of unused fragments", "{ hello } " + times(1_000, i -> spread(i, 1)) + leaf(1_000));
        attacks.put("a long chain of fragments", "{ me { ...f0 } } " + times(1_000, i -> spread(i, 1)) + leaf(1_000));
        attacks.put("a chain within the limit", "{ me { ...f0 } } " + times(95, i -> spread(i, 1)) + leaf(95));
        attacks.put("fragments that double", "{ me { ...f0 } } " + times(90, i -> spread(i, 2)) + leaf(90));
        attacks.put(
                "fragments that each spread all others",
                "{ me { ...f0 } } "
                        + times(
                                60,
                                i -> "fragment f" + i + " on Person { id " + times(60 - i, j -> "...f" + (i + j + 1))
                                        + " }")
                        + leaf(60));
        attacks.put(
                "a circle of fragments",
                "{ me { ...f7 } } " + times(900, i -> "fragment f" + i + " on Person { ...f" + (i + 1) % 900 + " }"));
        attacks.put("equal leaves", "{ me { " + "id ".repeat(9_900) + "} }");
        attacks.put("equal objects", "{ me { " + "best { id } ".repeat(2_400) + "} }");
        attacks.put("equal trees", "{ me { " + "best { best { best { best { id } } } } ".repeat(750) + "} }");
        attacks.put(
                "a large fragment in many objects",
                "{ me { " + "best { ...f } ".repeat(800) + "} } fragment f on Person { " + "id ".repeat(4_000) + "}");
        attacks.put(
                "a large fragment in many operations",
                times(49, i -> "query q" + i + " { me { ...f } }") + " fragment f on Person { " + "id ".repeat(9_000)
                        + "}");
        attacks.put("unknown fields", "{ me { " + times(9_000, i -> "u" + i) + " } }");
        attacks.put("unknown arguments", "{ hello(" + times(3_300, i -> "a" + i + ": 1") + ") }");
        attacks.put("equal arguments", "{ people(" + "first: 1 ".repeat(3_300) + ") { totalCount } }");
        attacks.put("variables", "query(" + times(2_400, i -> "$v" + i + ": Int") + ") { hello }");
        attacks.put("operations", "{ hello } ".repeat(3_300));
        attacks.put("definitions", "type A { a: Int } ".repeat(1_200));
        attacks.put("directives", "{ hello " + "@a".repeat(4_900) + " }");
        attacks.put("a list", "{ byIds(ids: [" + "1 ".repeat(9_000) + "]) { id } }");
        attacks.put("an object", "{ search(filter: {" + "name: 1 ".repeat(3_000) + "}) { id } }");
        attacks.put("a type", "query($a: " + "[".repeat(4_900) + "Int" + "]".repeat(4_900) + ") { hello }");
        attacks.put("a number", "{ echo(int: " + "9".repeat(99_000) + ") }");
        attacks.put("an exponent", "{ people(first: 1e999999999) { totalCount } }");
        attacks.put("blanks", "{ hello }" + " ".repeat(99_000));
        attacks.put("comments", "{ hello }" + "#\n".repeat(40_000));
        attacks.put("types in types", "{ node(id: 1) { " + "near { ".repeat(17) + "id" + " }".repeat(17) + " } }");
        return attacks;
    }

    private static String spread(int number, int times) {
        return "fragment f" + number + " on Person { " + ("...f" + (number + 1) + " ").repeat(times) + "}";
    }

    private static String leaf(int number) {
        return " fragment f" + number + " on Person { id }";
    }
}
