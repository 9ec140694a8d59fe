package io.goaltree.export;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.postgresql.jdbc.PgConnection;

/**
 * One state of the database on a connection of its own, for as long as reading it takes: no transaction of the service's
 * own making with its time limit, and no limit of the database's either.
 */
final class ValueSnapshot implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ValueSnapshot.class);

    /** Asked before the snapshot is there: whatever has this instant is in it, by whichever of the two clocks (V020). */
    private static final String SETTLED =
            "select history_settled(1778), coalesce(history_pretended(), clock_timestamp())";

    private static final String BEGIN = """
            set transaction isolation level repeatable read, read only;
            set local datestyle = 'ISO';
            set local jit = off;
            set local max_parallel_workers_per_gather = 0
            """;
    private static final String UNLIMITED = """
            select set_config(name, '0', true) from pg_settings
            where name in ('statement_timeout', 'transaction_timeout', 'idle_in_transaction_session_timeout')
            """;

    private final Connection connection;
    private final Instant asOf;
    private final Instant present;
    private boolean isBroken;

    private ValueSnapshot(Connection connection, Instant asOf, Instant present) {
        this.connection = connection;
        this.asOf = asOf;
        this.present = present;
    }

    /** Takes the connection over; gives it back itself when this fails. */
    static ValueSnapshot open(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            ValueSnapshot snapshot = begin(connection, statement);
            statement.execute(BEGIN);
            statement.execute(UNLIMITED);
            return snapshot;
        } catch (SQLException e) {
            giveBack(connection, true);
            throw e;
        }
    }

    private static ValueSnapshot begin(Connection connection, Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(SETTLED)) {
            row.next();
            Instant asOf = row.getObject(1, OffsetDateTime.class).toInstant();
            Instant present = row.getObject(2, OffsetDateTime.class).toInstant();
            connection.setAutoCommit(false);
            return new ValueSnapshot(connection, asOf, present);
        }
    }

    /** What was committed up to then is in here. */
    Instant asOf() {
        return asOf;
    }

    /** What time it is for the database. */
    Instant present() {
        return present;
    }

    Statement statement() throws SQLException {
        return connection.createStatement();
    }

    CopyOut copy(String sql) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
    }

    /** That the connection is not to be used again. */
    void spoil() {
        isBroken = true;
    }

    @Override
    public void close() {
        giveBack(connection, isBroken);
    }

    private static void giveBack(Connection connection, boolean isBroken) {
        try (connection) {
            if (isBroken) {
                // The pool's own abort() ends nothing. Of this one the pool hears by the rollback, which fails.
                connection.unwrap(PgConnection.class).abort(Runnable::run);
            }
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            LOG.debug("A connection was not given back but closed", e);
        }
    }
}
