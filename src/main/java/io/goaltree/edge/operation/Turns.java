package io.goaltree.edge.operation;

import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.limits.RequestCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets as many operations run at once as the connections to the database serve; the others wait, in no promised order. */
@ApplicationScoped
public class Turns {
    private static final long LOOK_MILLIS = 100;

    private final Semaphore free;

    Turns(RunLimits limits) {
        this.free = new Semaphore(limits.atOnce());
    }

    /** @throws DocumentRefused when the run was stopped before its turn came: then nothing of it was done */
    public void take(Stop stop) {
        try {
            while (!stop.isStopped()) {
                if (free.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new DocumentRefused(
                RequestCode.TIMEOUT, "The request was stopped before its turn came; nothing was done");
    }

    public void leave() {
        free.release();
    }
}
