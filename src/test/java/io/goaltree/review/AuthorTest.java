package io.goaltree.review;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.As;
import io.goaltree.access.Reach;
import io.goaltree.access.Right;
import io.goaltree.access.Who;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who recorded what people say. */
@QuarkusTest
class AuthorTest extends ApiTest {
    private static final Map<String, Object> ADA = Map.of("name", "Ada");

    @Test
    void a_person_is_the_author_of_their_check_ins() {
        String team = world.team();
        String person = person(team);
        String keyResult = world.objective(world.cycle()).reach(0, 10).id;
        String checkIn = As.caller(
                administrator(person),
                () -> mutate("checkInRecord", input("keyResult", keyResult, "value", "3"))
                        .done()
                        .id());
        assertThat(author(checkIn)).isEqualTo(ADA);
    }

    @Test
    void a_person_is_the_author_of_their_reviews_a_token_is_not() {
        String team = world.team();
        String person = person(team);
        String kpi = world.kpi();
        Map<String, Object> review = input("kpi", kpi, "whatChanged", "It rose", "decision", "WATCH");
        String byPerson = As.caller(
                administrator(person),
                () -> mutate("kpiReviewRecord", review).done().id());
        String byToken = As.caller(
                As.unbound(Right.ADMIN),
                () -> mutate("kpiReviewRecord", review).done().id());
        assertThat(author(byPerson)).isEqualTo(ADA);
        assertThat(author(byToken)).isNull();
        assertThat(ask(
                                "query($key: String!) { kpi(key: $key) { reviews(first: 2) { nodes { author { name } } } } }",
                                "key",
                                kpi)
                        .<List<Map<String, Object>>>get("kpi.reviews.nodes"))
                .containsExactlyInAnyOrder(input("author", ADA), input("author", null));
    }

    private static Who administrator(String person) {
        return new Who(
                Who.Kind.PERSON,
                "test-ada",
                "ada",
                Set.of(Right.ADMIN),
                Reach.EVERYWHERE,
                Ids.uuid(Kind.PERSON, person),
                null);
    }

    private static Object author(String id) {
        return ask("""
                query($id: ID!) { node(id: $id) {
                  ... on CheckIn { author { name } } ... on KpiReview { author { name } } } }
                """, "id", id).get("node.author");
    }

    private String person(String team) {
        return mutate("personCreate", input("name", "Ada", "email", world.email(), "teams", List.of(team)))
                .done()
                .id();
    }
}
