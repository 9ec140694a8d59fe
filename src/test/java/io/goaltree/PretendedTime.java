package io.goaltree;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Makes the database believe the test clock, on every connection of the pool. What a connection is told when it is taken, it
 * is told again when it is given back: a transaction that was rolled back has forgotten it.
 */
@Unremovable
@ApplicationScoped
class PretendedTime implements AgroalPoolInterceptor {
    private static final ThreadLocal<Boolean> TELLING = new ThreadLocal<>();

    private static final Logger LOG = Logger.getLogger(PretendedTime.class);

    private final TestClock clock;
    private final Map<Object, Instant> told = Collections.synchronizedMap(new WeakHashMap<>());
    private final Map<Object, Instant> news = Collections.synchronizedMap(new WeakHashMap<>());

    PretendedTime(TestClock clock) {
        this.clock = clock;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        unlessAtItsEnd(() -> {
            Instant now = clock.instant();
            if (!now.equals(told.put(physical(connection), now))) {
                news.put(physical(connection), now);
                tell(connection, now);
            }
        });
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        unlessAtItsEnd(() -> {
            Instant now = news.remove(physical(connection));
            if (now != null) {
                tell(connection, now);
            }
        });
    }

    /** Whoever uses one that is at its end will find out. Thrown on, its place in the pool would be lost. */
    private static void unlessAtItsEnd(Runnable telling) {
        try {
            telling.run();
        } catch (IllegalStateException broken) {
            LOG.debug("A connection was at its end", broken);
        }
    }

    private static void tell(Connection connection, Instant now) {
        TELLING.set(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set goaltree.at = '" + now + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            TELLING.remove();
        }
    }

    private static Object physical(Connection connection) {
        try {
            return connection.unwrap(PGConnection.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether this thread is telling the time right now, which is no statement of the service. */
    static boolean isBeingTold() {
        return Boolean.TRUE.equals(TELLING.get());
    }
}
