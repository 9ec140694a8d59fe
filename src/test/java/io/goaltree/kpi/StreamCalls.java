package io.goaltree.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.shared.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the tests of streams say to the service. */
public final class StreamCalls {
    private StreamCalls() {}

    /** One value a day, the first for this day. */
    public static List<ValueToRecord> days(String kpi, LocalDate first, Object... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> value(kpi, first.plusDays(i).toString(), values[i]))
                .toList();
    }

    public static ValueToRecord value(String kpi, String at, Object value) {
        return new ValueToRecord(kpi, at, String.valueOf(value), null, null, null, null);
    }

    public static ValueStream open(ValueStreamService service, String key) {
        return done(service.open(key, "ndjson"));
    }

    /** Records a part; what became of each value. */
    public static String record(ValueStream stream, List<ValueToRecord> part) {
        return done(stream.record(part, StreamCalls::told));
    }

    public static String told(List<Recorded> results) {
        return results.stream().map(result -> result.status().name()).collect(Collectors.joining(" "));
    }

    public static List<String> replayed(ValueStream stream) {
        List<String> told = new ArrayList<>();
        stream.replay(told::add);
        return told;
    }

    public static <T> T done(Outcome<T> outcome) {
        assertThat(outcome.problems()).isEmpty();
        return outcome.object();
    }

    /** Code and path of the one reason of a refusal. */
    public static String refusal(Outcome<?> outcome) {
        assertThat(outcome.problems()).hasSize(1);
        var problem = outcome.problems().get(0);
        return problem.code() + " " + String.join(".", problem.path());
    }
}
