package io.goaltree.edge.stream;

import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.limits.RequestCode;
import io.goaltree.edge.operation.Answer;
import io.goaltree.edge.operation.Asked;
import io.goaltree.edge.operation.Caller;
import io.goaltree.edge.operation.Rate;
import io.goaltree.edge.operation.Rates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations of one socket by their ids. On the event loop only. */
final class SocketOperations {
    private final SocketParts parts;
    private final Loop loop;
    private final SocketWire wire;
    private final Map<String, OperationRun> running = new HashMap<>();

    /** Runs that have ended but still keep a worker busy count too, or a caller could start and complete without end. */
    private int unsettled;

    SocketOperations(SocketParts parts, Loop loop, SocketWire wire) {
        this.parts = parts;
        this.loop = loop;
        this.wire = wire;
    }

    boolean has(String id) {
        return running.containsKey(id);
    }

    void start(String id, Asked asked, Caller caller) {
        SocketOutlet outlet = new SocketOutlet(id);
        DocumentRefused refused = refusal(caller);
        if (refused != null) {
            Answer answer = Answer.refused(refused, parts.work().limits().errors());
            outlet.form.only(answer).forEach(wire::write);
            return;
        }
        OperationRun run = new OperationRun(parts.work(), loop, outlet, caller.who());
        running.put(id, run);
        unsettled++;
        run.start(() -> parts.operations().read(asked, caller.who()));
    }

    /** Stops one without a word; it may have come to its end before. */
    void complete(String id) {
        OperationRun run = running.remove(id);
        if (run != null) {
            run.cancel();
        }
    }

    void cancelAll() {
        List<OperationRun> all = List.copyOf(running.values());
        running.clear();
        all.forEach(OperationRun::cancel);
    }

    private @Nullable DocumentRefused refusal(Caller caller) {
        int most = parts.limits().operations();
        if (unsettled >= most) {
            return new DocumentRefused(
                    RequestCode.TOO_MANY_OPERATIONS,
                    "This socket runs " + most + " operations already; complete one first");
        }
        Rate rate = parts.rates().take(caller);
        return rate.admitted() ? null : Rates.refusal(rate);
    }

    private final class SocketOutlet implements Outlet {
        private final SocketForm form;

        private SocketOutlet(String id) {
            this.form = new SocketForm(id);
        }

        @Override
        public Form form() {
            return form;
        }

        @Override
        public void begun() {
            // The protocol has no message for it.
        }

        @Override
        public void write(String text) {
            wire.write(text);
        }

        @Override
        public void whenDrained(Runnable next) {
            wire.whenDrained(next);
        }

        @Override
        public void over() {
            running.remove(form.id());
        }

        @Override
        public void settled() {
            unsettled--;
        }
    }
}
