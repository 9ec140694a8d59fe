package io.goaltree.demo;

import io.goaltree.kpi.KpiCreateInput;
import io.goaltree.kpi.KpiService;
import io.goaltree.kpi.KpiValueService;
import io.goaltree.kpi.RecordCall;
import io.goaltree.kpi.RecordMode;
import io.goaltree.kpi.RecordStatus;
import io.goaltree.kpi.Recorded;
import io.goaltree.kpi.ValueToRecord;
import io.goaltree.scoring.Direction;
import io.goaltree.shared.Problem;
import io.goaltree.time.Cadence;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The KPIs and their values, real and made up. */
@ApplicationScoped
class DemoKpis {
    private static final String MADE_UP = "demo";

    private final KpiService kpis;
    private final KpiValueService values;
    private final Now now;

    DemoKpis(KpiService kpis, KpiValueService values, Now now) {
        this.kpis = kpis;
        this.values = values;
        this.now = now;
    }

    /** Each KPI after its companions, as they are listed. */
    Loaded.Gauges load(Entry content, Map<String, String> people) {
        List<Entry> listed = content.entries("kpis");
        Map<String, Map<String, Series>> files = new HashMap<>();
        int count = 0;
        for (int i = 0; i < listed.size(); i++) {
            Entry entry = listed.get(i);
            DemoRefused.unless(kpis.create(definition(entry, people)));
            if (entry.has("series")) {
                count += record(entry, series(entry, i, files));
            }
        }
        return new Loaded.Gauges(listed.size(), count);
    }

    private static KpiCreateInput definition(Entry entry, Map<String, String> people) {
        KpiCreateInput input = new KpiCreateInput();
        input.key = entry.text("key");
        input.name = entry.text("name");
        input.description = entry.text("description");
        input.unit = entry.text("unit");
        input.direction = entry.choice("direction", Direction.class);
        input.cadence = entry.choice("cadence", Cadence.class);
        input.zone = entry.text("zone");
        input.team = entry.text("team");
        input.owner = Objects.requireNonNull(people.get(entry.text("owner")));
        input.lower = entry.optionalNumber("lower");
        input.upper = entry.optionalNumber("upper");
        input.tolerance = entry.optionalNumber("tolerance");
        input.influencedBy = entry.text("influencedBy");
        input.reflects = entry.text("reflects");
        input.whenItMoves = entry.text("whenItMoves");
        input.companions = entry.texts("companions");
        return input;
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

    private int record(Entry entry, Series series) {
        String key = entry.text("key");
        String unit = entry.text("unit");
        Entry described = entry.entry("series");
        String source = described.has("source") ? described.text("source") : MADE_UP;
        List<ValueToRecord> given = new ArrayList<>();
        series.values()
                .forEach((day, value) -> given.add(
                        new ValueToRecord(key, day.toString(), value.toPlainString(), unit, null, source, null)));
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
