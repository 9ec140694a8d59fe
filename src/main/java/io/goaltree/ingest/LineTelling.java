package io.goaltree.ingest;

import io.goaltree.kpi.Recorded;
import io.goaltree.kpi.ValueCounts;
import io.goaltree.shared.Problem;
import io.goaltree.shared.UserErrorCode;
import java.util.List;

/** Tells by lines of JSON, and only of rows that were rejected for themselves. */
final class LineTelling implements Telling {
    @Override
    public String part(List<Row> rows, List<Recorded> results) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            Problem problem = results.get(i).problem();
            // What was not allowed because of another row is in the counts; the other row has its line.
            if (problem != null && problem.code() != UserErrorCode.NOT_ALLOWED) {
                Problem placed = Places.named(problem, rows, "line ");
                lines.append(IngestJson.rejected(rows.get(i).place(), placed)).append('\n');
            }
        }
        return lines.toString();
    }

    @Override
    public String before() {
        return "";
    }

    @Override
    public String progress(ValueCounts counts) {
        return IngestJson.progress(counts) + "\n";
    }

    @Override
    public String end(End end) {
        return IngestJson.end(end) + "\n";
    }
}
