package io.goaltree.change;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Tells this replica's listeners what any replica has committed, each change once. It looks when PostgreSQL notifies, a few
 * times soon after, because not every commit notifies, and every five seconds; so nothing depends on a notification, and
 * what was committed while the connection was down is found when it is back.
 */
public final class ChangeFeed implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ChangeFeed.class);
    private static final int FIRST_PAUSE_MILLIS = 20;
    private static final int LONGEST_PAUSE_MILLIS = 5_000;
    private static final int GROWTH = 5;
    private static final int LONGEST_STOP_MILLIS = 2_000;

    private final ChangeConnections connections;
    private final List<ChangeListener> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::run, "change-feed");
    private volatile @Nullable Connection connection;
    private volatile boolean isClosing;
    private @Nullable ChangePosition position;

    ChangeFeed(ChangeConnections connections) {
        this(connections, null);
    }

    /** @param position where a feed has been, to go on from there; null to begin with the present */
    ChangeFeed(ChangeConnections connections, @Nullable ChangePosition position) {
        this.connections = connections;
        this.position = position;
        thread.setDaemon(true);
    }

    /** From now on: whoever listens after this is told what is committed after it listens. */
    ChangeFeed start() {
        if (position == null) {
            try (Connection first = connections.open()) {
                position = ChangePosition.now(first);
            } catch (SQLException e) {
                lost(e);
            }
        }
        thread.start();
        return this;
    }

    /** What is committed from now on reaches the listener, until the answer is closed. */
    public ChangeSubscription subscribe(ChangeListener listener) {
        ChangeListener own = new ChangeListener() { // one listener may listen twice
                    @Override
                    public void changed(List<Change> changes) {
                        listener.changed(changes);
                    }

                    @Override
                    public void missed() {
                        listener.missed();
                    }
                };
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    @Override
    public void close() {
        isClosing = true;
        thread.interrupt();
        Connection open = connection;
        try {
            if (open != null) {
                open.abort(Runnable::run);
            }
            thread.join(LONGEST_STOP_MILLIS);
        } catch (SQLException e) {
            LOG.debugf("The change feed's connection did not close: %s", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean isLost = position == null;
        int pause = FIRST_PAUSE_MILLIS;
        while (!isClosing) {
            try (Connection open = connections.open()) {
                connection = open;
                listen(open);
                poll(open);
                if (isLost) {
                    LOG.info("Changes are followed again");
                }
                isLost = false;
                pause = FIRST_PAUSE_MILLIS;
                follow(open);
            } catch (SQLException | RuntimeException e) {
                if (!isLost && !isClosing) {
                    lost(e);
                }
                isLost = true;
            }
            pause = pauseBefore(pause);
        }
    }

    private static void lost(Exception cause) {
        LOG.warnf("Changes are not followed until PostgreSQL is back: %s", cause.getMessage());
    }

    /** Waits, and answers how long to wait the next time. */
    private int pauseBefore(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            LOG.trace("Asked to stop"); // isClosing says so
        }
        return Math.min(millis * GROWTH, LONGEST_PAUSE_MILLIS);
    }

    private static void listen(Connection open) throws SQLException {
        try (Statement statement = open.createStatement()) {
            statement.execute("listen goaltree_change");
        }
    }

    private void follow(Connection open) throws SQLException {
        PGConnection notified = open.unwrap(PGConnection.class);
        int pause = FIRST_PAUSE_MILLIS;
        while (!isClosing) {
            PGNotification[] notifications = notified.getNotifications(pause);
            boolean isNotified = notifications != null && notifications.length > 0;
            boolean found = poll(open);
            pause = found || isNotified ? FIRST_PAUSE_MILLIS : Math.min(pause * GROWTH, LONGEST_PAUSE_MILLIS);
        }
    }

    /** Tells all there is to tell; whether there was any. */
    private boolean poll(Connection open) throws SQLException {
        boolean found = false;
        boolean isLast = false;
        while (!isLast && !isClosing) {
            ChangePosition from = position;
            ChangePosition.Page page = from == null ? null : from.read(open);
            if (page == null || !page.isKnown()) {
                position = ChangePosition.now(open);
                tell(ChangeListener::missed);
                return true;
            }
            position = page.next();
            isLast = page.isLast();
            if (!page.changes().isEmpty()) {
                found = true;
                tell(listener -> listener.changed(page.changes()));
            }
        }
        return found;
    }

    private void tell(Consumer<ChangeListener> message) {
        for (ChangeListener listener : listeners) {
            try {
                message.accept(listener);
            } catch (RuntimeException e) {
                LOG.error("A listener to changes failed", e);
            }
        }
    }
}
