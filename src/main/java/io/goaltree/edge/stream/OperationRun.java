package io.goaltree.edge.stream;

import io.goaltree.access.Who;
import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.limits.RequestCode;
import io.goaltree.edge.operation.Operation;
import io.goaltree.edge.operation.Stop;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * One operation from its reading to its end. Events are asked for one by one, the next only when the answer to the last is
 * written and the reader has room. The source may call from any thread; all else is on the event loop.
 */
final class OperationRun implements Subscriber<Object> {
    private final OperationWork work;
    private final Loop loop;
    private final Outlet outlet;
    private final Who who;
    private final Stop stop = new Stop();

    private @Nullable Operation operation;
    private @Nullable Subscription source;
    /** An event is being answered, so that the end of the source has to wait. */
    private boolean answering;

    private boolean sourceEnded;
    private @Nullable Throwable sourceFailure;
    /** Nothing more is said. */
    private boolean closed;

    private boolean settled;
    private int busyWorkers;

    OperationRun(OperationWork work, Loop loop, Outlet outlet, Who who) {
        this.work = work;
        this.loop = loop;
        this.outlet = outlet;
        this.who = who;
    }

    /** @param read finds and reads the operation, on a worker */
    void start(Callable<Operation> read) {
        step(() -> work.begin(read, outlet.form(), stop, who), this::begun);
    }

    /** Ends it without a word: its caller wants no more, or is gone. */
    void cancel() {
        if (!closed) {
            close();
        }
    }

    /** Ends it with the reason as the last word. */
    void fail(Throwable failure) {
        if (!closed) {
            outlet.form().only(Failures.answer(failure, work.limits().errors())).forEach(outlet::write);
            end();
        }
    }

    private void begun(OperationWork.Begun begun) {
        Publisher<Object> events = begun.source();
        if (events == null) {
            begun.texts().forEach(outlet::write);
            end();
        } else {
            operation = begun.operation();
            outlet.begun();
            onWorker(() -> events.subscribe(this));
        }
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        loop.run(() -> {
            if (closed || source != null) {
                onWorker(subscription::cancel);
            } else {
                source = subscription;
                askForMore();
            }
        });
    }

    @Override
    public void onNext(Object event) {
        loop.run(() -> {
            Operation asked = operation;
            if (!closed && asked != null) {
                answering = true;
                step(() -> work.next(asked, event, outlet.form(), stop, who), this::answered);
            }
        });
    }

    @Override
    public void onComplete() {
        loop.run(() -> sourceEnded(null));
    }

    @Override
    public void onError(Throwable failure) {
        loop.run(() -> sourceEnded(failure));
    }

    private void answered(Optional<String> text) {
        answering = false;
        text.ifPresent(outlet::write);
        if (sourceEnded) {
            sourceEnded(sourceFailure);
        } else {
            outlet.whenDrained(this::askForMore);
        }
    }

    private void sourceEnded(@Nullable Throwable failure) {
        sourceEnded = true;
        sourceFailure = failure;
        if (closed || answering) {
            return;
        }
        if (failure == null) {
            outlet.write(outlet.form().complete());
            end();
        } else {
            fail(failure);
        }
    }

    private void askForMore() {
        Subscription subscription = source;
        if (!closed && !sourceEnded && subscription != null) {
            onWorker(() -> subscription.request(1));
        }
    }

    /** Work that the caller waits for, within the time that a request may take. */
    private <T> void step(Callable<T> task, Consumer<T> then) {
        Loop.Timer timer = loop.after(work.limits().requestTime(), this::timeOut);
        busyWorkers++;
        loop.work(task, (result, failure) -> {
            timer.cancel();
            busyWorkers--;
            if (failure != null) {
                fail(failure);
            } else if (!closed && result != null) {
                then.accept(result);
            }
            settle();
        });
    }

    private void onWorker(Runnable task) {
        busyWorkers++;
        Callable<Boolean> call = () -> {
            task.run();
            return true;
        };
        loop.work(call, (done, failure) -> {
            busyWorkers--;
            if (failure != null) {
                fail(failure);
            }
            settle();
        });
    }

    private void timeOut() {
        fail(new DocumentRefused(
                RequestCode.TIMEOUT,
                "No answer within " + Durations.said(work.limits().requestTime()) + "; ask for less at once"));
    }

    private void end() {
        close();
        outlet.over();
    }

    private void close() {
        closed = true;
        stop.stop();
        Subscription subscription = source;
        if (subscription != null && !sourceEnded) {
            onWorker(subscription::cancel);
        }
        settle();
    }

    private void settle() {
        if (closed && busyWorkers == 0 && !settled) {
            settled = true;
            outlet.settled();
        }
    }
}
