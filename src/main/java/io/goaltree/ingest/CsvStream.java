package io.goaltree.ingest;

import io.goaltree.edge.Faults;
import io.goaltree.kpi.KpiValueService;
import io.goaltree.kpi.RecordCall;
import io.goaltree.kpi.RecordMode;
import io.goaltree.kpi.Recorded;
import io.goaltree.kpi.Recording;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records a CSV text while it arrives and answers while it records: each 1,000 rows are one transaction, and the line
 * that says so is written after its commit. What a line has acknowledged stays, whatever comes after.
 */
final class CsvStream implements StreamingOutput {
    private static final int ROWS_A_TRANSACTION = 1_000;

    private final CsvRows rows;
    private final InputStream body;
    private final KpiValueService values;
    private Counts counts = Counts.NONE;

    /** @param body what the rows are read from */
    CsvStream(CsvRows rows, InputStream body, KpiValueService values) {
        this.rows = rows;
        this.body = body;
        this.values = values;
    }

    @Override
    public void write(OutputStream answer) throws IOException {
        try {
            List<CsvRow> pending = new ArrayList<>();
            BodyRefused fault = fill(pending);
            while (fault == null && pending.size() == ROWS_A_TRANSACTION) {
                record(pending, answer);
                line(answer, IngestJson.progress(counts));
                pending.clear();
                fault = fill(pending);
            }
            record(pending, answer);
            Rest.readOver(body);
            line(
                    answer,
                    fault == null
                            ? IngestJson.end(counts)
                            : IngestJson.brokenOff(fault.code().name(), String.valueOf(fault.getMessage()), counts));
        } catch (RuntimeException e) {
            Rest.readOver(body);
            String message = Faults.message(Faults.incident("POST /ingest/kpi-values", e));
            line(answer, IngestJson.brokenOff("INTERNAL", message, counts));
        }
    }

    /** Reads until a transaction is full or the text ends; the fault when it ends too early. */
    private @Nullable BodyRefused fill(List<CsvRow> pending) {
        try {
            while (pending.size() < ROWS_A_TRANSACTION) {
                CsvRow row = rows.next();
                if (row == null) {
                    return null;
                }
                pending.add(row);
            }
            return null;
        } catch (BodyRefused e) {
            return e;
        }
    }

    private void record(List<CsvRow> pending, OutputStream answer) throws IOException {
        RecordCall call = new RecordCall(
                pending.stream().map(CsvRow::value).toList(), RecordMode.PARTIAL, null, ROWS_A_TRANSACTION);
        Recording recording = values.record(call).fold(done -> done, problems -> {
            throw new IllegalStateException("A part of a stream was refused: " + problems);
        });
        counts = counts.plus(recording);
        for (int i = 0; i < pending.size(); i++) {
            Recorded result = recording.results().get(i);
            if (result.problem() != null) {
                line(answer, IngestJson.rejected(pending.get(i).line(), result.problem()));
            }
        }
    }

    private static void line(OutputStream answer, String json) throws IOException {
        answer.write((json + "\n").getBytes(StandardCharsets.UTF_8));
        answer.flush();
    }
}
