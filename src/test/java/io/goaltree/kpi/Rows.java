package io.goaltree.kpi;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What is in the tables, past all of the service: to prove that a refusal wrote nothing. */
@ApplicationScoped
public class Rows {
    private static final List<String> TABLES =
            List.of("kpi", "kpi_definition", "kpi_companion", "kpi_value", "kpi_value_revision", "idempotency");

    private final AgroalDataSource database;

    Rows(AgroalDataSource database) {
        this.database = database;
    }

    /** The content of every table of this feature, as one number each. */
    public List<Long> fingerprints() {
        return TABLES.stream()
                .map(table ->
                        number("select count(*) + coalesce(sum(hashtext(t::text)::bigint), 0) from " + table + " t"))
                .toList();
    }

    public long count(String table) {
        return number("select count(*) from " + table);
    }

    public long number(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
