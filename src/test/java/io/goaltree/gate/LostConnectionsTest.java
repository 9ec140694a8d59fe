package io.goaltree.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.goaltree.As;
import io.goaltree.access.Asking;
import io.goaltree.access.Right;
import io.goaltree.access.Who;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.jdbc.PgConnection;

/** A connection that ended in a caller's hands, as that of a broken-off export does, makes room for another in the pool. */
@QuarkusTest
class LostConnectionsTest {
    private static final int MORE_THAN_THE_POOL_HAS = 60;

    @Inject
    AgroalDataSource database;

    private enum Caller {
        SERVICE,
        NAMED,
        LIMITED;

        Who who() {
            return switch (this) {
                case SERVICE -> Asking.current().who();
                case NAMED -> As.unbound(Right.ADMIN);
                case LIMITED -> As.bound(Set.of(Right.READ));
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void more_are_lost_than_the_pool_has_and_there_is_still_one(Caller caller) {
        for (int i = 0; i < MORE_THAN_THE_POOL_HAS; i++) {
            Asking.as(caller.who(), () -> {
                lose();
                return null;
            });
        }
        assertThat(take()).isTrue();
    }

    @Test
    void more_die_in_the_pool_than_it_has_and_there_is_still_one() throws SQLException {
        for (int i = 0; i < MORE_THAN_THE_POOL_HAS; i++) {
            killNext();
            assertThat(Asking.as(Caller.LIMITED.who(), this::take)).isFalse();
        }
        assertThat(take()).isTrue();
    }

    /** Ends the connection that this thread gets next, behind the pool's back. */
    private void killNext() throws SQLException {
        try (Connection next = database.getConnection();
                Connection other = database.getConnection();
                PreparedStatement kill = other.prepareStatement("select pg_terminate_backend(?, 5000)")) {
            kill.setInt(1, next.unwrap(PgConnection.class).getBackendPID());
            kill.execute();
        }
    }

    private boolean take() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void lose() {
        try (Connection connection = database.getConnection()) {
            connection.unwrap(PgConnection.class).abort(Runnable::run);
            assertThatThrownBy(connection::createStatement).isInstanceOf(SQLException.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
