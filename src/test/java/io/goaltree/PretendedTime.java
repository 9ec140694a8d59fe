package io.goaltree;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Makes the database believe the test clock, on every connection of the pool. It is told whenever a connection is taken:
 * what a transaction was told is forgotten when it is rolled back.
 */
@Unremovable
@ApplicationScoped
class PretendedTime implements AgroalPoolInterceptor {
    private static final ThreadLocal<Boolean> TELLING = new ThreadLocal<>();

    private final TestClock clock;

    PretendedTime(TestClock clock) {
        this.clock = clock;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        TELLING.set(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set goaltree.at = '" + clock.instant() + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            TELLING.remove();
        }
    }

    /** Whether this thread is telling the time right now, which is no statement of the service. */
    static boolean isBeingTold() {
        return Boolean.TRUE.equals(TELLING.get());
    }
}
