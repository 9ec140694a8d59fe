package io.goaltree.live;

import io.agroal.api.AgroalDataSource;
import io.goaltree.access.Asking;
import io.goaltree.edge.Discretion;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;

/**
 * Tells of changes in a goal tree to those only who see what has changed, and by what they see in that tree. One who sees an
 * objective is not told that it was aligned to another one that they do not see.
 */
@ApplicationScoped
class GoalDiscretion implements Discretion {
    private static final String SEEN = """
            select (select count(*) from objective where id = any(?)) = cardinality(?) and ? = any(change_cycles(?, null))
            """;

    private final AgroalDataSource database;

    GoalDiscretion(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    public boolean tells(Object event) {
        return !(event instanceof GoalChange change)
                || Asking.current().isWhole()
                || change.concerned().isEmpty()
                || change.concerned().stream().anyMatch(objectives -> isSeen(change.cycleId(), objectives));
    }

    private boolean isSeen(UUID cycle, Set<UUID> objectives) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SEEN)) {
            Object ids = connection.createArrayOf("uuid", objectives.toArray());
            select.setObject(1, ids);
            select.setObject(2, ids);
            select.setObject(3, cycle);
            select.setObject(4, ids);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("What a caller sees could not be read", e);
        }
    }
}
