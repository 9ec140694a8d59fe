package io.goaltree.history;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.hibernate.FlushMode;
import org.hibernate.Session;

/** Talks to the functions of V020__history.sql. */
@ApplicationScoped
class SnapshotStore {
    private final AgroalDataSource database;
    private final Session session;

    SnapshotStore(AgroalDataSource database, Session session) {
        this.database = database;
        this.session = session;
    }

    /** An instant up to which no change is under way; asked outside of the snapshot, before it. */
    Instant settled() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select history_settled(1777)")) {
            return instant(select);
        } catch (SQLException e) {
            throw new IllegalStateException("The instant of a snapshot could not be read", e);
        }
    }

    /**
     * Waits for what is under way since before an instant.
     *
     * @param isSettled whether nothing of that instant can change any more
     */
    record Settling(Instant present, boolean isSettled) {}

    Settling settle(Instant instant, Duration patience) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select present, settled from history_wait(?, ? * interval '1 millisecond')")) {
            select.setObject(1, instant.atOffset(ZoneOffset.UTC));
            select.setLong(2, patience.toMillis());
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return new Settling(rows.getObject(1, OffsetDateTime.class).toInstant(), rows.getBoolean(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("What is under way could not be waited for", e);
        }
    }

    /** Makes all reads of this transaction see one state of the database, and keeps Hibernate from looking for changes. */
    void begin() {
        session.setDefaultReadOnly(true);
        session.setHibernateFlushMode(FlushMode.MANUAL);
        session.doWork(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set transaction isolation level repeatable read, read only");
            }
        });
    }

    /** The instant of the last change that this transaction sees. */
    Instant last() {
        return session.doReturningWork(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select last from history_clock")) {
                return instant(select);
            }
        });
    }

    /** Makes this transaction read what was there at an instant. */
    void travel(Instant instant) {
        session.doWork(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select history_travel(?)")) {
                select.setObject(1, instant.atOffset(ZoneOffset.UTC));
                select.execute();
            }
        });
    }

    /** Makes this transaction see everything, or no more than its caller does. */
    void sight(boolean whole) {
        session.doWork(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select sight_whole(?)")) {
                select.setBoolean(1, whole);
                select.execute();
            }
        });
    }

    private static Instant instant(PreparedStatement select) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
