package io.goaltree.kpi;

import io.goaltree.shared.Outcome;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Values that are recorded part by part while they arrive. Each part is one transaction: what it answers is committed. Used by
 * one thread; always closed.
 */
public interface ValueStream extends AutoCloseable {
    /** The most values of one part. */
    int PART = 1_000;

    /**
     * Records one part. When the key was used before, nothing is recorded: the values are only compared with those of then.
     *
     * @param told what the caller will be told about the part, one result for each value in their order; remembered with it
     *     when there is a key
     * @return what {@code told} made of the results, empty when nothing was recorded; refused with IDEMPOTENCY_IN_PROGRESS
     *     when this stream stood still for so long that another one took its key
     */
    Outcome<String> record(List<ValueToRecord> part, Function<List<Recorded>, String> told);

    /** How many values came to what, up to now. After a replay: to what they came then. */
    ValueCounts counts();

    /**
     * All has been given: what was recorded is remembered under the key, and what the KPIs say is up to date.
     *
     * @param alive is called now and then while that takes long
     * @return whether this was a replay, to be told by {@link #replay}; refused with IDEMPOTENCY_KEY_REUSED when the key
     *     was used for other values
     */
    Outcome<Boolean> finish(Runnable alive);

    /** The same without a sign of life. */
    default Outcome<Boolean> finish() {
        return finish(() -> {});
    }

    /** Hands over what was told about each part then, in order. */
    void replay(Consumer<String> told);

    /** Lets go of the key when the stream was not finished; what was recorded stays. */
    @Override
    void close();
}
