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

/** Makes the database believe the test clock, on every connection of the pool. */
@Unremovable
@ApplicationScoped
class PretendedTime implements AgroalPoolInterceptor {
    private final TestClock clock;
    private final Map<Connection, Instant> told = Collections.synchronizedMap(new WeakHashMap<>());

    PretendedTime(TestClock clock) {
        this.clock = clock;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        Instant now = clock.instant();
        if (now.equals(told.put(connection, now))) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("set goaltree.at = '" + now + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
