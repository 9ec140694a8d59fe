package io.goaltree;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** No test class leaves a connection behind: what takes one gives it back, whatever went wrong. */
public class GivenBack implements QuarkusTestAfterAllCallback {
    private static final long PATIENCE = 10;

    @Override
    public void afterAll(QuarkusTestContext context) {
        Borrowed borrowed = Arc.container().instance(Borrowed.class).get();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE + 1);
        List<Throwable> kept = borrowed.longerThan(0);
        while (!kept.isEmpty() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
            kept = borrowed.longerThan(0);
        }
        kept = borrowed.longerThan(PATIENCE);
        if (!kept.isEmpty()) {
            AssertionError lost = new AssertionError(kept.size() + " connections were not given back");
            kept.forEach(lost::addSuppressed);
            throw lost;
        }
    }
}
