package io.goaltree.demo;

import io.goaltree.kpi.KpiValueService;
import io.goaltree.kpi.RecordCall;
import io.goaltree.kpi.RecordMode;
import io.goaltree.kpi.RecordStatus;
import io.goaltree.kpi.Recorded;
import io.goaltree.kpi.ValueToRecord;
import io.goaltree.shared.Problem;
import io.goaltree.time.Cadence;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.stream.Stream;

/** The values of the KPIs, real and made up. */
@ApplicationScoped
class DemoValues {
    private static final String MADE_UP = "demo";

    private final KpiValueService values;
    private final Now now;

    DemoValues(KpiValueService values, Now now) {
        this.values = values;
        this.now = now;
    }

    /** A value, and when its period has ended. */
    private record Due(Instant ended, ValueToRecord value) {}

    /** Values that wait for their periods to end. */
    record Waiting(Queue<Due> inOrder) {}

    /** All values there will be. */
    Waiting of(Entry content) {
        List<Entry> listed = content.entries("kpis");
        Map<String, Map<String, Series>> files = new HashMap<>();
        List<Due> all = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            if (listed.get(i).has("series")) {
                add(all, listed.get(i), series(listed.get(i), i, files));
            }
        }
        return new Waiting(new ArrayDeque<>(
                all.stream().sorted(Comparator.comparing(Due::ended)).toList()));
    }

    private Series series(Entry entry, int position, Map<String, Map<String, Series>> files) {
        Cadence cadence = entry.choice("cadence", Cadence.class);
        LocalDate today = now.instant().atZone(ZoneId.of(entry.text("zone"))).toLocalDate();
        Entry series = entry.entry("series");
        if (!series.has("file")) {
            return Series.madeUp(series, cadence, today, position);
        }
        Map<String, Series> file = files.computeIfAbsent(series.text("file"), CsvSeries::read);
        return Objects.requireNonNull(file.get(entry.text("key"))).endingBefore(today, cadence);
    }

    private static void add(List<Due> all, Entry entry, Series series) {
        Cadence cadence = entry.choice("cadence", Cadence.class);
        ZoneId zone = ZoneId.of(entry.text("zone"));
        Entry described = entry.entry("series");
        String source = described.has("source") ? described.text("source") : MADE_UP;
        series.values()
                .forEach((day, value) -> all.add(new Due(
                        cadence.periodContaining(day).until().atStartOfDay(zone).toInstant(),
                        new ValueToRecord(
                                entry.text("key"),
                                day.toString(),
                                value.toPlainString(),
                                entry.text("unit"),
                                null,
                                source,
                                null))));
    }

    /** Records, now, what has ended by now; how many values. */
    int record(Waiting waiting) {
        Instant at = now.instant();
        List<ValueToRecord> given = new ArrayList<>();
        for (Due next = waiting.inOrder.peek();
                next != null && !next.ended.isAfter(at);
                next = waiting.inOrder.peek()) {
            given.add(next.value);
            waiting.inOrder.remove();
        }
        if (given.isEmpty()) {
            return 0;
        }
        RecordCall call = new RecordCall(given, RecordMode.ALL_OR_NOTHING, null, given.size());
        List<Recorded> results = DemoRefused.unless(values.record(call)).results();
        List<Problem> problems = results.stream()
                .flatMap(result -> Stream.ofNullable(result.problem()))
                .toList();
        if (!problems.isEmpty()) {
            throw new DemoRefused(problems);
        }
        return (int) results.stream()
                .filter(result -> result.status() == RecordStatus.CREATED)
                .count();
    }
}
