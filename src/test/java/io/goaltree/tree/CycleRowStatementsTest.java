package io.goaltree.tree;

import static io.goaltree.GraphQl.ask;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.Wire;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Rows for BI cost the same statements however many there are. */
@QuarkusTest
class CycleRowStatementsTest extends ApiTest {
    private static final String ROWS = """
            query($cycle: String!) { cycleSummaryRows(cycle: $cycle, first: 1000) { nodes { title parentIds teamKey ownerName ratio } } }
            """;
    private static final String RESULTS = """
            query($cycle: String!) { keyResultRows(cycle: $cycle, first: 1000) {
              nodes { title kpiKey teamKey ownerName value forecastValue forecastBasis } } }
            """;

    @Inject
    Forestry forestry;

    @Test
    void rows_cost_the_same_statements_for_10_and_for_400() {
        String small = world.cycle();
        String large = world.cycle();
        forestry.plant(small, 10, world.team(), world.person());
        forestry.plant(large, 400, world.team(), world.person());
        for (String query : new String[] {ROWS, RESULTS}) {
            String door = query == ROWS ? "cycleSummaryRows" : "keyResultRows";
            int forFew =
                    Wire.statements(() -> assertThat(ask(query, "cycle", small).<Object>list(door + ".nodes"))
                            .hasSize(10));
            int forMany =
                    Wire.statements(() -> assertThat(ask(query, "cycle", large).<Object>list(door + ".nodes"))
                            .hasSize(400));
            System.out.println("Statements of " + door + ", begin and commit included: " + forMany);
            assertThat(forMany).isEqualTo(forFew).isBetween(5, 60);
        }
        forestry.fell(large);
    }
}
