package io.goaltree.change;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/**
 * Answers whether anything has changed since a moment. Take the snapshot before reading what it is to stand for: what is
 * committed in between then counts as changed.
 */
@ApplicationScoped
public class ChangeService {
    private static final String PRESENT = "select change_database() || '/' || pg_current_snapshot()";
    private static final String CHANGED = """
            select not coalesce(change_is_known(?, since), false) or exists (
                select from change_event e
                where e.family = any(?) and e.xid >= pg_snapshot_xmin(since) and not pg_visible_in_snapshot(e.xid, since)
                    and pg_visible_in_snapshot(e.xid, pg_current_snapshot())
            ) from (select cast(? as pg_snapshot)) given(since)
            """;

    private final AgroalDataSource database;

    ChangeService(AgroalDataSource database) {
        this.database = database;
    }

    /** The present: what is committed now. Opaque; up to some thousand characters, usually 60. */
    public String snapshot() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(PRESENT);
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The present could not be read", e);
        }
    }

    /**
     * Whether anything was committed since a snapshot. True also when that cannot be known: the snapshot is no text of
     * ours, too old, or of another database.
     *
     * @param families which of {@link Families} count
     */
    public boolean changedSince(String snapshot, Set<String> families) {
        if (!Families.ALL.containsAll(families)) {
            throw new IllegalArgumentException("Not all of " + families + " are among " + Families.ALL);
        }
        Optional<ChangeSnapshot> since = ChangeSnapshot.parse(snapshot);
        return since.isEmpty() || changedSince(since.get(), families);
    }

    private boolean changedSince(ChangeSnapshot since, Set<String> families) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(CHANGED)) {
            select.setString(1, since.database());
            select.setArray(2, connection.createArrayOf("text", families.toArray()));
            select.setString(3, since.text());
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Whether anything changed could not be read", e);
        }
    }
}
