package io.goaltree.review;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.review.Reviewed.review;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.GraphQl.Answer;
import io.goaltree.Wire;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** However many reviews are asked for, the statements behind them are as many. */
@QuarkusTest
class ReviewStatementsTest extends ApiTest {
    @Test
    void reviews_of_many_kpis_cost_as_many_statements_as_those_of_one() {
        String team = world.team();
        List<String> kpis = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            kpis.add(world.kpi("team", team));
            review(kpis.get(i), "One");
            clock.advance(Duration.ofMinutes(1));
            review(kpis.get(i), "Two");
        }
        assertThat(listed(team, 12).<Object>list("kpis.nodes.reviews.nodes.whatChanged"))
                .hasSize(12)
                .containsOnly(List.of("Two", "One"));
        assertThat(Wire.statements(() -> listed(team, 12))).isEqualTo(Wire.statements(() -> listed(team, 2)));
    }

    private static Answer listed(String team, int first) {
        return ask("""
                query($team: String, $first: Int) { kpis(filter: {team: $team}, first: $first) { nodes {
                  reviews(first: 5) { nodes { whatChanged verdict kpi { key name } objectives { title } } } } } }
                """, "team", team, "first", first);
    }
}
