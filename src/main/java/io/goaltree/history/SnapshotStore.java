package io.goaltree.history;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
                PreparedStatement select = connection.prepareStatement("select history_settled()")) {
            return instant(select);
        } catch (SQLException e) {
            throw new IllegalStateException("The instant of a snapshot could not be read", e);
        }
    }

    /** Waits a little for what is under way since before an instant; answers the database's present. */
    Instant settle(Instant instant) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select history_wait(?)")) {
            select.setObject(1, instant.atOffset(ZoneOffset.UTC));
            return instant(select);
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

    private static Instant instant(PreparedStatement select) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
