package io.goaltree.ingest;

import io.goaltree.edge.Attempts;
import io.goaltree.edge.Faults;
import io.goaltree.kpi.KpiValueService;
import io.goaltree.kpi.RecordCall;
import io.goaltree.kpi.RecordMode;
import io.goaltree.kpi.RecordStatus;
import io.goaltree.kpi.Recording;
import io.goaltree.kpi.ValueCounts;
import io.goaltree.kpi.ValueStream;
import io.goaltree.kpi.ValueStreamService;
import io.goaltree.shared.Outcome;
import io.goaltree.shared.UserErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** From a body to values, on a thread that may wait. */
@ApplicationScoped
class IngestDoor {

    private final KpiValueService values;
    private final ValueStreamService streams;

    IngestDoor(KpiValueService values, ValueStreamService streams) {
        this.values = values;
        this.streams = streams;
    }

    /** @return how it ended; nothing of the end is told yet */
    @ActivateRequestContext
    End serve(Wish wish, BodyStream body, Answer answer, Telling telling) {
        try (InputStream bytes = wish.isZipped() ? new Gunzip(body) : body) {
            Rows rows = wish.format().rows(bytes);
            if (wish.mode() == RecordMode.PARTIAL && wish.format() != Format.JSON) {
                return streamed(wish, rows, body, answer, telling);
            }
            Gathering gathering = Gathering.of(rows);
            if (gathering.isAll()) {
                return atOnce(wish, gathering.rows(), answer, telling);
            }
            if (wish.mode() == RecordMode.ALL_OR_NOTHING) {
                throw tooMany();
            }
            return streamed(wish, Rows.after(gathering.rows(), rows), body, answer, telling);
        } catch (BodyRefused e) {
            return End.broken(e.refusal(), ValueCounts.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Refusal fault(RuntimeException thrown) {
        String incident = Faults.incident("POST " + IngestRoute.PATH, thrown);
        return new Refusal(500, "INTERNAL", Faults.message(incident));
    }

    private End streamed(Wish wish, Rows rows, BodyStream body, Answer answer, Telling telling) {
        Outcome<ValueStream> opened =
                streams.open(wish.idempotencyKey(), wish.format().name());
        return opened.fold(
                stream -> {
                    try (stream) {
                        return new StreamedCall(rows, body, stream, answer, telling).record();
                    }
                },
                problems -> End.broken(Refusal.of(problems.get(0)), ValueCounts.NONE));
    }

    private End atOnce(Wish wish, List<Row> rows, Answer answer, Telling telling) {
        RecordCall call = new RecordCall(
                rows.stream().map(Row::value).toList(), wish.mode(), wish.idempotencyKey(), Gathering.MOST_ROWS);
        return Attempts.attempt(() -> values.record(call))
                .fold(
                        recording -> {
                            String told = telling.part(rows, recording.results());
                            if (!told.isEmpty()) {
                                answer.bodyIsRead();
                                answer.tell(telling.before() + told);
                            }
                            return End.done(counts(recording), recording.replayed());
                        },
                        problems -> End.broken(Refusal.of(problems.get(0)), ValueCounts.NONE));
    }

    private static ValueCounts counts(Recording recording) {
        return new ValueCounts(
                recording.count(RecordStatus.CREATED),
                recording.count(RecordStatus.UPDATED),
                recording.count(RecordStatus.UNCHANGED),
                recording.count(RecordStatus.REJECTED));
    }

    private static BodyRefused tooMany() {
        String message = "The body has more than " + Gathering.MOST_ROWS + " items, or very long ones; with"
                + " mode=ALL_OR_NOTHING all are recorded at once, so send fewer, or take mode=PARTIAL";
        return new BodyRefused(new Refusal(413, UserErrorCode.TOO_MANY_ITEMS.name(), message));
    }
}
