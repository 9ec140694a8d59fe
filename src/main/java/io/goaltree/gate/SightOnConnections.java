package io.goaltree.gate;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalPoolInterceptor;
import io.goaltree.access.Asking;
import io.goaltree.access.Who;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.jdbc.PgConnection;

/**
 * Makes a connection see what its caller may see, and know whose changes it makes, from when a thread takes it to when it
 * gives it back. What a caller does not see is left out by the views of V029, whatever is asked.
 */
@Unremovable
@ApplicationScoped
class SightOnConnections implements AgroalPoolInterceptor {
    private static final Logger LOG = Logger.getLogger(SightOnConnections.class);
    private static final String FORGET = "reset search_path; reset goaltree.sight; reset goaltree.reach;"
            + " reset goaltree.person; reset goaltree.actor; reset plan_cache_mode";

    private final Set<Object> told = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private volatile @Nullable String seen;

    /** Once the tables are there, and before anybody can ask. */
    void learn(@Observes @Priority(1) StartupEvent start, AgroalDataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select sight_path(true, false)")) {
            rows.next();
            seen = rows.getString(1);
        }
    }

    /** By SET, which is no query: a transaction may still choose how it reads. */
    @Override
    public void onConnectionAcquire(Connection connection) {
        Asking asking = Asking.current();
        Who who = asking.who();
        if (!asking.isWhole()) {
            tell(connection, limits(who));
        } else if (who.isNamed()) {
            tell(connection, "set goaltree.actor to " + literal(who.signature()));
        }
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        try {
            if (told.remove(physical(connection))) {
                execute(connection, FORGET);
            }
        } catch (IllegalStateException broken) {
            // What cannot forget serves nobody any more. Thrown on, it would never be given back.
            end(connection);
        }
    }

    /** What cannot be told is ended, so that its taker cannot use it. Thrown on, its place in the pool would be lost. */
    private void tell(Connection connection, String sql) {
        try {
            told.add(physical(connection));
            execute(connection, sql);
        } catch (IllegalStateException broken) {
            LOG.debug("A connection could not be told whose it is", broken);
            end(connection);
        }
    }

    private static void end(Connection connection) {
        try {
            connection.unwrap(PgConnection.class).abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debug("A connection was at its end already", e);
        }
    }

    /** With plans for the values at hand: without them PostgreSQL has no idea of how many rows these views leave. */
    private String limits(Who who) {
        return "set search_path to " + Objects.requireNonNull(seen, "Nobody can ask before the start")
                + "; set plan_cache_mode to force_custom_plan"
                + "; set goaltree.sight to 'limited'"
                + "; set goaltree.reach to '" + teams(who) + "'"
                + "; set goaltree.person to '" + (who.person() == null ? "" : who.person()) + "'";
    }

    private static Object physical(Connection connection) {
        try {
            return connection.unwrap(PGConnection.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String teams(Who who) {
        return who.reach().teams().stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    private static void execute(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("A connection could not be told whose it is", e);
        }
    }

    /** As PostgreSQL reads it whatever standard_conforming_strings says. */
    private static String literal(String text) {
        return "E'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\0", "") + "'";
    }
}
