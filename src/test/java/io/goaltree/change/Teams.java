package io.goaltree.change;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;

/** Writes rows past the service, in transactions that a test holds in its hands. */
final class Teams {
    private Teams() {}

    static UUID commit(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return insert(connection);
        }
    }

    static Connection begin(DataSource database) throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            // As if it had its turn already: changes of goals are written one transaction after the other (ADR 0007).
            statement.execute("select set_config('goaltree.stamp', cast(clock_timestamp() as text), true)");
        }
        return connection;
    }

    static UUID insert(Connection connection) throws SQLException {
        UUID id = UUID.randomUUID();
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into team (id, key, name, version, created_at, updated_at) values (?, ?, 'A team', 0, now(), now())
                """)) {
            insert.setObject(1, id);
            insert.setString(2, "of-changes-" + id);
            insert.executeUpdate();
        }
        return id;
    }
}
