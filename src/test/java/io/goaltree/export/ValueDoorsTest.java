package io.goaltree.export;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.World;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values of KPIs are the same rows, column for column, by GraphQL, as CSV and NDJSON, and by SQL. */
@QuarkusTest
class ValueDoorsTest extends ApiTest {
    private static final String COLUMNS =
            "kpiId kpiKey kpiName unit periodStart periodEnd value measuredAt recordedAt isLate source note cadence zone"
                    + " direction healthyLower healthyUpper tolerance teamId teamKey teamName ownerId ownerName archivedAt valueId"
                    + " updatedAt";

    @Inject
    RowDoors doors;

    @Test
    void doors_are_equal_row_for_row_and_column_for_column() {
        String team = world.team();
        String owner = world.person();
        String kpi = world.kpi("team", team, "owner", owner, "unit", "%", "lower", "1.50", "tolerance", "0.25");
        LocalDate first = LocalDate.parse("2026-11-01");
        World.values(kpi, first, 1, 2, 3);
        clock.advance(Duration.ofMinutes(1));
        World.values(kpi, first, 1, 20);
        mutate(
                        "kpiRedefine",
                        input("kpi", kpi, "effectiveFrom", "2026-11-03", "reason", "R", "unit", "ms", "upper", "7"))
                .done();
        mutate("teamUpdate", input("id", team, "expectedVersion", 0, "name", "A, \"new\" name"))
                .done();
        clock.advance(Duration.ofMinutes(1));
        mutate("kpiArchive", input("kpi", kpi)).done();

        List<Map<String, String>> byGraphQl = RowDoors.texts(
                ask("query($k: [String!]) { kpiValueRows(kpis: $k) { nodes { " + COLUMNS + " } } }", "k", List.of(kpi))
                        .<Map<String, Object>>list("kpiValueRows.nodes"));
        assertThat(byGraphQl).extracting(row -> row.get("unit")).containsExactly("%", "%", "ms");
        assertThat(byGraphQl).extracting(row -> row.get("value")).containsExactly("1", "20", "3");
        assertThat(byGraphQl).extracting(row -> row.get("teamName")).containsOnly("A, \"new\" name");
        assertThat(byGraphQl).extracting(row -> row.get("updatedAt")).containsOnly("2026-11-22T09:32:00Z");
        assertThat(RowDoors.exported("kpi-values.csv", "kpis", kpi)).isEqualTo(byGraphQl);
        assertThat(RowDoors.exported("kpi-values.ndjson", "kpis", kpi)).isEqualTo(byGraphQl);
        assertThat(RowDoors.texts(doors.bySql("kpi_values", "kpi_key", kpi))).isEqualTo(byGraphQl);
    }
}
