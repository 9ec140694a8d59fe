package io.goaltree.ingest;

import io.goaltree.kpi.Recorded;
import io.goaltree.kpi.ValueCounts;
import io.goaltree.shared.Problem;
import java.util.List;
import java.util.StringJoiner;

/** Tells by one JSON object, of every item. The results come first: the counts are known at the end. */
final class ArrayTelling implements Telling {
    private boolean isBegun;

    @Override
    public String part(List<Row> rows, List<Recorded> results) {
        StringJoiner items = new StringJoiner(",");
        for (int i = 0; i < rows.size(); i++) {
            Problem problem = results.get(i).problem();
            Problem placed = problem == null ? null : Places.named(problem, rows, "item ");
            items.add(IngestJson.result(rows.get(i).place(), results.get(i), placed));
        }
        return items.toString();
    }

    @Override
    public String before() {
        String before = isBegun ? "," : "{\"results\":[";
        isBegun = true;
        return before;
    }

    @Override
    public String progress(ValueCounts counts) {
        return "";
    }

    @Override
    public String end(End end) {
        return (isBegun ? "]," : before() + "],") + IngestJson.arrayEnd(end).substring(1);
    }
}
