package io.goaltree.export;

import io.agroal.api.AgroalDataSource;
import io.goaltree.scoring.Direction;
import io.goaltree.time.Cadence;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads rows of values. */
@ApplicationScoped
class KpiValueRowStore {
    private final AgroalDataSource database;

    KpiValueRowStore(AgroalDataSource database) {
        this.database = database;
    }

    /** A row and the KPI it is sorted by. */
    record Found(UUID kpi, KpiValueRow row) {}

    ValueSnapshot snapshot() {
        try {
            return ValueSnapshot.open(database.getConnection());
        } catch (SQLException e) {
            throw new IllegalStateException("No state of the database could be taken", e);
        }
    }

    List<Found> page(
            ValueSnapshot snapshot, ValueQuery query, boolean ofRemoved, @Nullable ValuePlace after, int most) {
        List<Found> found = new ArrayList<>();
        try (Statement statement = snapshot.statement();
                ResultSet row = statement.executeQuery(query.page(ofRemoved, after, most))) {
            while (row.next()) {
                found.add(new Found(row.getObject("kpi", UUID.class), row(row)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Rows of values could not be read", e);
        }
        return found;
    }

    private static KpiValueRow row(ResultSet row) throws SQLException {
        return new KpiValueRow(
                row.getString("kpi_id"),
                row.getString("kpi_key"),
                row.getString("kpi_name"),
                row.getString("unit"),
                row.getObject("period_start", LocalDate.class),
                row.getObject("period_end", LocalDate.class),
                row.getBigDecimal("value"),
                required(row, "measured_at"),
                required(row, "recorded_at"),
                row.getBoolean("is_late"),
                row.getString("source"),
                row.getString("note"),
                Cadence.valueOf(row.getString("cadence")),
                row.getString("zone"),
                Direction.valueOf(row.getString("direction")),
                row.getBigDecimal("healthy_lower"),
                row.getBigDecimal("healthy_upper"),
                row.getBigDecimal("tolerance"),
                row.getString("team_id"),
                row.getString("team_key"),
                row.getString("team_name"),
                row.getString("owner_id"),
                row.getString("owner_name"),
                instant(row, "archived_at"),
                row.getString("value_id"),
                required(row, "updated_at"),
                instant(row, "removed_at"));
    }

    private static Instant required(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
