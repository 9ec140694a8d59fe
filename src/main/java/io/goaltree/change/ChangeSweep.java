package io.goaltree.change;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Removes changes that could be read for long enough, a few at a time; any replica may, and none waits for another. What
 * counts is not when a change was written but since when it was visible: each turn removes what the turn before could see.
 */
final class ChangeSweep implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ChangeSweep.class);
    private static final int BATCH = 1_000;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** After a restore from another server its snapshots lie in this one's future: nothing of it can be known. */
    private static final String TURN = """
            update change_sweep set next = pg_current_snapshot(), next_at = now(),
                swept = case when pg_snapshot_xmax(next) > pg_snapshot_xmax(pg_current_snapshot())
                    then pg_current_snapshot() else next end
            where next_at <= now() - make_interval(secs => ?)
                or pg_snapshot_xmax(next) > pg_snapshot_xmax(pg_current_snapshot())
            """;

    private static final String REMOVE = """
            delete from change_event where id in (
                select e.id from change_sweep s join change_event e
                    on e.family = any(?) and e.xid < pg_snapshot_xmax(s.swept) and pg_visible_in_snapshot(e.xid, s.swept)
                limit ? for update of e skip locked
            )
            """;
    private static final String REMOVE_FOREIGN = """
            delete from change_event where family = any(?) and xid >= pg_snapshot_xmax(pg_current_snapshot())
            """;

    private final AgroalDataSource database;
    private final ChangeRetention retention;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "change-sweep");
        thread.setDaemon(true);
        return thread;
    });

    ChangeSweep(AgroalDataSource database, ChangeRetention retention) {
        this.database = database;
        this.retention = retention;
    }

    ChangeSweep start() {
        long pause = Math.min(retention.kept().toMillis() / 4, LONGEST_PAUSE.toMillis());
        var unused = clock.scheduleWithFixedDelay(this::sweepOrSay, pause, pause, TimeUnit.MILLISECONDS);
        return this;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void sweepOrSay() {
        try {
            sweep();
        } catch (SQLException | RuntimeException e) {
            LOG.debugf("Old changes were not removed, which can wait: %s", e.getMessage());
        }
    }

    /** One turn, if it is time, and all there is to remove; each statement is a transaction. */
    int sweep() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement turn = connection.prepareStatement(TURN)) {
            turn.setDouble(1, retention.kept().toMillis() / 1_000.0);
            if (turn.executeUpdate() > 0) {
                removeForeign(connection);
            }
            return remove(connection);
        }
    }

    private static void removeForeign(Connection connection) throws SQLException {
        try (PreparedStatement remove = connection.prepareStatement(REMOVE_FOREIGN)) {
            remove.setArray(1, connection.createArrayOf("text", Families.ALL.toArray()));
            remove.executeUpdate();
        }
    }

    private static int remove(Connection connection) throws SQLException {
        int removed = 0;
        try (PreparedStatement remove = connection.prepareStatement(REMOVE)) {
            remove.setArray(1, connection.createArrayOf("text", Families.ALL.toArray()));
            remove.setInt(2, BATCH);
            int batch = BATCH;
            while (batch == BATCH) {
                batch = remove.executeUpdate();
                removed += batch;
            }
        }
        return removed;
    }
}
