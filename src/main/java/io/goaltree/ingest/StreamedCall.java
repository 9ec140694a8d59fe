package io.goaltree.ingest;

import io.goaltree.kpi.Recorded;
import io.goaltree.kpi.ValueCounts;
import io.goaltree.kpi.ValueStream;
import io.goaltree.kpi.ValueToRecord;
import io.goaltree.shared.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Records rows while they arrive and tells while it records: what is told is committed, whatever comes after. */
final class StreamedCall {
    private static final long PROGRESS_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Rows rows;
    private final BodyStream body;
    private final ValueStream stream;
    private final Answer answer;
    private final Telling telling;
    private @Nullable Long mentionedAt;

    /** @param body what the rows are read from */
    StreamedCall(Rows rows, BodyStream body, ValueStream stream, Answer answer, Telling telling) {
        this.rows = rows;
        this.body = body;
        this.stream = stream;
        this.answer = answer;
        this.telling = telling;
    }

    /** @throws BodyCut when nobody is left to be told; what had come whole is recorded, unless it is forbidden by now */
    End record() {
        try {
            return recordAll();
        } catch (BodyCut e) {
            throw e;
        } catch (BodyRefused e) {
            return End.broken(e.refusal(), stream.counts());
        } catch (RuntimeException e) {
            return End.broken(IngestDoor.fault(e), stream.counts());
        }
    }

    private End recordAll() {
        boolean isMore = true;
        while (isMore) {
            List<Row> part = new ArrayList<>();
            RuntimeException broken = fill(part);
            if (body.isForbidden()) {
                throw new BodyCut();
            }
            Refusal refused = part.isEmpty() ? null : record(part);
            if (refused != null) {
                return End.broken(refused, stream.counts());
            }
            if (broken != null) {
                throw broken;
            }
            isMore = part.size() == ValueStream.PART;
            if (isMore) {
                mentionProgress();
            }
        }
        return finish();
    }

    private End finish() {
        Outcome<Boolean> finished = stream.finish(this::mentionProgress);
        if (!finished.problems().isEmpty()) {
            return End.broken(Refusal.of(finished.problems().get(0)), stream.counts());
        }
        boolean isReplayed = Boolean.TRUE.equals(finished.object());
        if (isReplayed) {
            body.readOver();
            answer.bodyIsRead();
            stream.replay(this::tell);
        }
        return End.done(stream.counts(), isReplayed);
    }

    /** Reads until a part is full or the body ends; answers why it ends too early. */
    private @Nullable RuntimeException fill(List<Row> part) {
        try {
            while (part.size() < ValueStream.PART) {
                Row row = rows.next();
                if (row == null) {
                    return null;
                }
                part.add(row);
            }
            return null;
        } catch (BodyRefused | BodyCut e) {
            return e;
        }
    }

    private @Nullable Refusal record(List<Row> part) {
        List<ValueToRecord> given = part.stream().map(Row::value).toList();
        Outcome<String> told = stream.record(given, (List<Recorded> results) -> telling.part(part, results));
        if (!told.problems().isEmpty()) {
            return Refusal.of(told.problems().get(0));
        }
        tell(String.valueOf(told.object()));
        return null;
    }

    private void tell(String text) {
        if (!text.isEmpty()) {
            answer.tell(telling.before() + text);
        }
    }

    /** Of a repeated stream nothing is known before its end. */
    private void mentionProgress() {
        long now = System.nanoTime();
        boolean isTime = mentionedAt == null || now - mentionedAt >= PROGRESS_NANOS;
        if (isTime && !stream.counts().equals(ValueCounts.NONE)) {
            String progress = telling.progress(stream.counts());
            if (!progress.isEmpty()) {
                mentionedAt = now;
                answer.mention(progress);
            }
        }
    }
}
