package io.goaltree.kpi;

import io.goaltree.shared.Outcome;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A stream under way: what it has to remember from part to part does not grow with their number. */
final class RecordingStream implements ValueStream {
    private final ValueStreamService service;
    private final @Nullable StreamKey key;
    private final IdempotencyStore.@Nullable Remembered first;
    private final Fingerprint fingerprint;
    private final Set<UUID> toRead = new HashSet<>();
    private ValueCounts counts = ValueCounts.NONE;
    private int number;
    private boolean isFinished;
    private boolean isBroken;

    /** @param first the answer to the first stream with this key; null when this is the first */
    RecordingStream(
            ValueStreamService service,
            @Nullable StreamKey key,
            IdempotencyStore.@Nullable Remembered first,
            String form) {
        this.service = service;
        this.key = key;
        this.first = first;
        this.fingerprint = new Fingerprint(form);
    }

    @Override
    public Outcome<String> record(List<ValueToRecord> part, Function<List<Recorded>, String> told) {
        if (key != null) {
            part.forEach(fingerprint::add);
        }
        if (first != null) {
            return Outcome.done("");
        }
        // Until it is known to be recorded: a stream that lacks a part must not be remembered as whole.
        boolean wasBroken = isBroken;
        isBroken = true;
        Outcome<String> outcome = service.record(key, ++number, part, told).map(this::recorded);
        isBroken = outcome.fold(done -> wasBroken, problems -> true);
        return outcome;
    }

    private String recorded(ValueStreamService.Part part) {
        counts = counts.plus(part.results());
        if (number > 1) {
            toRead.addAll(part.changed());
        }
        return part.told();
    }

    @Override
    public ValueCounts counts() {
        return counts;
    }

    @Override
    public Outcome<Boolean> finish(Runnable alive) {
        if (key == null) {
            readAll(alive);
            return Outcome.done(false);
        }
        byte[] said = fingerprint.digest();
        if (first != null) {
            if (first.recording() == null || !Arrays.equals(said, first.fingerprint())) {
                return Outcome.refused(KpiValueService.reused(key.key()));
            }
            counts = CountsText.read(first.answer());
            isFinished = true;
            return Outcome.done(true);
        }
        readAll(alive);
        if (isBroken) {
            return Outcome.refused(ValueStreamService.lost(key));
        }
        Outcome<Boolean> remembered = service.remember(key, said, counts);
        isFinished = true;
        return remembered;
    }

    @Override
    public void replay(Consumer<String> told) {
        UUID recording = Objects.requireNonNull(first).recording();
        int after = 0;
        List<StreamKeyStore.Part> parts;
        while (!(parts = service.parts(Objects.requireNonNull(recording), after)).isEmpty()) {
            parts.forEach(part -> told.accept(part.answer()));
            after = parts.get(parts.size() - 1).number();
        }
    }

    @Override
    public void close() {
        try {
            readAll(() -> {});
        } finally {
            if (key != null && first == null && !isFinished) {
                service.release(key);
            }
        }
    }

    private void readAll(Runnable alive) {
        service.read(key, toRead, alive);
        toRead.clear();
    }
}
