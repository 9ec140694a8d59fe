package io.goaltree.export;

import io.goaltree.change.Change;
import io.goaltree.change.ChangeAction;
import io.goaltree.change.ChangeFeed;
import io.goaltree.change.ChangeListener;
import io.goaltree.change.ChangeSubscription;
import io.goaltree.change.Families;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings the kept rows of cycles up to date, on a thread of its own: a pause after they were touched, when the day has
 * changed, and whatever is behind when the service starts. A cycle is refreshed at most a sixth of the time.
 */
final class KeptCycles implements ChangeListener, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(KeptCycles.class);
    private static final Duration TURN = Duration.ofMinutes(1);
    private static final int REST = 5;
    private static final int MOST_TRANSACTIONS = 1_000;

    private final KeptCycleService kept;
    private final Duration pause;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "kept-rows");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<UUID, Touched> waiting = new HashMap<>();
    private final Map<UUID, Set<String>> named = new HashMap<>();
    private final Map<UUID, Long> restingUntil = new HashMap<>();
    private boolean isEverythingTouched;
    private boolean isPlanned;
    private boolean isFailing;
    private @Nullable ChangeSubscription subscription;

    /** By which transactions a cycle was touched; null when it is not known, or by too many. */
    private record Touched(@Nullable Set<String> transactions) {
        Touched and(@Nullable Set<String> more) {
            if (transactions == null || more == null) {
                return new Touched(null);
            }
            Set<String> all = new HashSet<>(transactions);
            all.addAll(more);
            return new Touched(all.size() > MOST_TRANSACTIONS ? null : all);
        }
    }

    KeptCycles(KeptCycleService kept, Duration pause) {
        this.kept = kept;
        this.pause = pause;
    }

    /** Keeps up with what is changed from now on. */
    KeptCycles following(ChangeFeed feed) {
        subscription = feed.subscribe(this);
        return this;
    }

    /** Keeps up with changes and days, after what is behind. */
    KeptCycles start(ChangeFeed feed) {
        following(feed);
        clock.execute(() -> attempt(() -> kept.behind().forEach(cycle -> touch(cycle, null))));
        var unused = clock.scheduleWithFixedDelay(this::turn, 0, TURN.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    @Override
    public void close() {
        ChangeSubscription open = subscription;
        if (open != null) {
            open.close();
        }
        clock.shutdownNow();
    }

    @Override
    public synchronized void changed(List<Change> changes) {
        for (Change change : changes) {
            Set<String> transaction = Set.of(change.transaction());
            change.cycles().forEach(cycle -> touch(cycle, transaction));
            if (change.family().equals(Families.TEAM) || change.family().equals(Families.KPI)) {
                change.ids().forEach(id -> name(id, transaction));
            } else if (change.action() == ChangeAction.REMOVED) {
                change.objectives().forEach(id -> name(id, transaction));
            }
        }
        plan();
    }

    @Override
    public synchronized void missed() {
        isEverythingTouched = true;
        plan();
    }

    private synchronized void touch(UUID cycle, @Nullable Set<String> transactions) {
        waiting.merge(cycle, new Touched(transactions), (before, now) -> before.and(now.transactions()));
    }

    private void name(UUID id, Set<String> transaction) {
        named.computeIfAbsent(id, any -> new HashSet<>()).addAll(transaction);
    }

    private synchronized void plan() {
        if (!isPlanned && !clock.isShutdown() && (isEverythingTouched || !waiting.isEmpty() || !named.isEmpty())) {
            isPlanned = true;
            var unused = clock.schedule(this::catchUp, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Once a minute: a new day, and what has failed. */
    private void turn() {
        attempt(() -> kept.ofAnotherDay().forEach(cycle -> touch(cycle, Set.of())));
        catchUp();
    }

    private void catchUp() {
        synchronized (this) {
            isPlanned = false;
        }
        boolean isDone = attempt(() -> {
            resolve();
            refreshAll(take());
        });
        if (isDone) {
            plan();
        }
    }

    /** One that fails keeps no other from being refreshed. */
    private void refreshAll(Map<UUID, Touched> due) {
        RuntimeException failure = null;
        for (Map.Entry<UUID, Touched> one : due.entrySet()) {
            try {
                refresh(one.getKey(), one.getValue());
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Finds the cycles of what is known by name only. */
    private void resolve() {
        Map<UUID, Set<String>> names;
        boolean everything;
        synchronized (this) {
            names = new HashMap<>(named);
            everything = isEverythingTouched;
            named.clear();
            isEverythingTouched = false;
        }
        try {
            Set<String> transactions = new HashSet<>();
            names.values().forEach(transactions::addAll);
            kept.naming(names.keySet()).forEach(cycle -> touch(cycle, transactions));
            if (everything) {
                kept.all().forEach(cycle -> touch(cycle, null));
            }
        } catch (RuntimeException e) {
            synchronized (this) {
                names.forEach(this::name);
                isEverythingTouched |= everything;
            }
            throw e;
        }
    }

    /** Those that need not rest any more. */
    private synchronized Map<UUID, Touched> take() {
        long at = System.nanoTime();
        restingUntil.values().removeIf(until -> until - at <= 0);
        Map<UUID, Touched> due = new HashMap<>(waiting);
        due.keySet().removeAll(restingUntil.keySet());
        waiting.keySet().removeAll(due.keySet());
        return due;
    }

    private void refresh(UUID cycle, Touched touched) {
        long start = System.nanoTime();
        boolean isKept = false;
        try {
            Set<String> transactions = touched.transactions();
            isKept = transactions == null ? kept.refresh(cycle) : kept.refresh(cycle, transactions);
        } finally {
            if (!isKept) {
                touch(cycle, touched.transactions());
            }
        }
        long end = System.nanoTime();
        synchronized (this) {
            restingUntil.put(cycle, end + REST * (end - start));
        }
    }

    /** One line when it begins to fail, one when it is over. */
    private boolean attempt(Runnable work) {
        try {
            work.run();
            if (isFailing) {
                LOG.info("Rows for BI are kept up to date again");
            }
            isFailing = false;
            return true;
        } catch (RuntimeException e) {
            if (!isFailing && !clock.isShutdown()) {
                LOG.warnf("Rows for BI are not kept up to date, which is tried again: %s", e.getMessage());
            }
            isFailing = true;
            return false;
        }
    }
}
