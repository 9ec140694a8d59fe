package io.goaltree.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.Sql;
import io.goaltree.World;
import io.goaltree.World.Goal;
import io.goaltree.export.KeptRows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The questions, asked by a login that may read the views and nothing else. */
@QuarkusTest
class MetabaseRecipeTest {
    private static final String LOGIN = "recipe_metabase";

    private final Recipe recipe = new Recipe("metabase");
    private final String password = UUID.randomUUID().toString();

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @Inject
    World world;

    @Inject
    Sql sql;

    @Inject
    KeptRows kept;

    @BeforeEach
    void makeLogin() {
        removeLogin();
        String made = recipe.text("login.sql").replace("metabase", LOGIN).replace("'...'", "'" + password + "'");
        for (String command : made.split(";\n")) {
            sql.execute(command);
        }
    }

    @AfterEach
    void removeLogin() {
        sql.execute("drop role if exists " + LOGIN);
    }

    @Test
    void kpis_out_of_range_are_ranked() throws SQLException {
        String warning = world.kpi("name", "Warned", "lower", 90, "upper", null, "tolerance", 5);
        String unhealthy = world.kpi("name", "Ill", "lower", 90, "upper", null, "tolerance", "2");
        String healthy = world.kpi();
        World.values(warning, LocalDate.of(2026, 11, 1), 10, 87);
        World.values(unhealthy, LocalDate.of(2026, 11, 1), "85.5");
        World.values(healthy, LocalDate.of(2026, 11, 1), 101, 100);
        List<List<String>> rows = ask("kpis-out-of-range.sql");
        assertThat(rows.get(0))
                .containsExactly(
                        "kpi_key",
                        "kpi_name",
                        "team_name",
                        "owner_name",
                        "period_start",
                        "value",
                        "unit",
                        "healthy_lower",
                        "healthy_upper",
                        "outside",
                        "health",
                        "tolerances");
        assertThat(with(rows, warning))
                .containsExactly(List.of(
                        warning,
                        "Warned",
                        "null",
                        "null",
                        "2026-11-02",
                        "87",
                        "%",
                        "90",
                        "null",
                        "3",
                        "WARNING",
                        "0.60"));
        assertThat(with(rows, unhealthy))
                .containsExactly(List.of(
                        unhealthy,
                        "Ill",
                        "null",
                        "null",
                        "2026-11-01",
                        "85.5",
                        "%",
                        "90",
                        "null",
                        "4.5",
                        "UNHEALTHY",
                        "2.25"));
        assertThat(with(rows, healthy)).isEmpty();
    }

    @Test
    void load_freshness_shows_the_newest_value_of_each_kpi() throws SQLException {
        String kpi = world.kpi();
        World.values(kpi, LocalDate.of(2026, 11, 19), 1, 2);
        List<List<String>> rows = ask("load-freshness.sql");
        assertThat(rows.get(0))
                .containsExactly(
                        "kpi_key",
                        "kpi_name",
                        "cadence",
                        "newest_period",
                        "period_end",
                        "recorded_at",
                        "source",
                        "is_late",
                        "days_since_period");
        long days = sql.count("select current_date - date '2026-11-20'");
        String recordedAt =
                sql.strings("select timestamptz '2026-11-22T09:30:00Z'").get(0);
        assertThat(with(rows, kpi))
                .containsExactly(List.of(
                        kpi,
                        "A KPI",
                        "DAILY",
                        "2026-11-20",
                        "2026-11-20",
                        recordedAt,
                        "null",
                        "f",
                        String.valueOf(days)));
    }

    @Test
    void cycle_health_counts_objectives_by_status() throws SQLException {
        String cycle = world.startedCycle();
        Goal root = world.objectiveAt(cycle, 50);
        world.objectiveAt(cycle, 10).under(root);
        world.objectiveAt(cycle, 100);
        world.objectiveAt(cycle, 0).cancel();
        kept.refresh(cycle);
        List<List<String>> rows = ask("cycle-health.sql");
        assertThat(rows.get(0))
                .containsExactly(
                        "cycle_key",
                        "cycle_name",
                        "ends_on",
                        "objectives",
                        "on_track",
                        "behind",
                        "at_risk",
                        "not_measured",
                        "ratio_of_roots",
                        "expected",
                        "as_of");
        String key = sql.strings("select cycle_key from bi_v1.cycles where cycle_id = '" + cycle + "'")
                .get(0);
        String asOf = sql.strings("select timestamptz '2026-11-22T09:30:00Z'").get(0);
        assertThat(with(rows, key))
                .containsExactly(
                        List.of(key, "A cycle", "2026-12-31", "3", "1", "1", "1", "0", "0.650", "0.576", asOf));
    }

    private static List<List<String>> with(List<List<String>> rows, String key) {
        return rows.stream().filter(row -> row.get(0).equals(key)).toList();
    }

    /** The names of the columns, and then the rows. */
    private List<List<String>> ask(String question) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database, LOGIN, password);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(recipe.text(question))) {
            ResultSetMetaData columns = found.getMetaData();
            List<List<String>> rows = new ArrayList<>();
            List<String> row = new ArrayList<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                row.add(columns.getColumnName(i));
            }
            rows.add(row);
            while (found.next()) {
                row = new ArrayList<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    row.add(Objects.toString(found.getString(i)));
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
