package io.goaltree.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That the columns have one name and one order at every door. */
@QuarkusTest
class ColumnsTest {
    @Inject
    AgroalDataSource database;

    @Test
    void views_have_the_columns_of_the_rows_but_when_something_was_removed() throws SQLException {
        assertThat(view("kpi_values")).isEqualTo(present(KpiValueRow.class));
        assertThat(view("cycle_summary")).isEqualTo(present(CycleSummaryRow.class));
        assertThat(view("key_results")).isEqualTo(present(KeyResultRow.class));
    }

    @Test
    void values_are_read_in_the_order_of_their_row() {
        assertThat(ValueColumns.ALL.stream().map(ValueColumn::name)).isEqualTo(Columns.of(KpiValueRow.class));
    }

    @Test
    void names_are_snake_case() {
        assertThat(Columns.of(KpiValueRow.class)).startsWith("kpi_id", "kpi_key", "kpi_name", "unit", "period_start");
        assertThat(Columns.of(KpiValueRow.class)).contains("is_late").endsWith("removed_at");
    }

    private static List<String> present(Class<? extends Record> rows) {
        return Columns.of(rows).stream()
                .filter(column -> Columns.isThere(column, false))
                .toList();
    }

    private List<String> view(String name) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select column_name from information_schema.columns
                        where table_schema = 'bi_v1' and table_name = ? order by ordinal_position
                        """)) {
            select.setString(1, name);
            List<String> columns = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
            }
            return columns;
        }
    }
}
