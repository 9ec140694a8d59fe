package io.goaltree;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Runs things beside each other, each on a thread of its own: the common pool may have one thread only. */
public final class Later {
    private Later() {}

    public static <T> CompletableFuture<T> of(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> new Thread(task).start());
    }
}
