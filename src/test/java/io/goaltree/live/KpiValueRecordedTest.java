package io.goaltree.live;

import static io.goaltree.kpi.KpiCalls.create;
import static io.goaltree.kpi.KpiCalls.freshKey;
import static io.goaltree.kpi.KpiCalls.item;
import static io.goaltree.kpi.KpiCalls.record;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.GraphQLError;
import io.goaltree.ApiTest;
import io.goaltree.Wire;
import io.goaltree.edge.BacklogLimit;
import io.goaltree.edge.EventsMissed;
import io.goaltree.edge.SubscriberTooSlow;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KpiValueRecordedTest extends ApiTest {
    private static final String FOLLOW =
            "subscription($kpis: [String!]) { kpiValueRecorded(kpis: $kpis) { kpi { key } periodStart value } }";

    @Inject
    Streams streams;

    @Inject
    LiveValues live;

    @Inject
    BacklogLimit limit;

    private final String key = freshKey("followed");
    private final String other = freshKey("other");
    private String id;

    @BeforeEach
    void createKpis() {
        id = create(key, "DAILY", "UTC");
        create(other, "DAILY", "UTC");
    }

    @Test
    void a_value_and_its_correction_are_told_and_a_repetition_is_not() throws Exception {
        try (Follower follower = follow(List.of(key))) {
            record(item(key, "2026-11-20", 1));
            assertThat(follower.told(1)).containsExactly(value(key, "2026-11-20", "1"));
            record(item(key, "2026-11-20", 1));
            record(item(key, "2026-11-20", 2));
            assertThat(follower.told(2).get(1)).isEqualTo(value(key, "2026-11-20", "2"));
        }
    }

    @Test
    void followers_get_the_kpis_they_named_by_key_or_id_or_all() throws Exception {
        try (Follower byKey = follow(List.of(key));
                Follower byId = follow(List.of(id));
                Follower both = follow(List.of(other, key));
                Follower all = follow(null)) {
            record(item(other, "2026-11-20", 1), item(key, "2026-11-20", 2));
            assertThat(byKey.told(1)).containsExactly(value(key, "2026-11-20", "2"));
            assertThat(byId.told(1)).containsExactly(value(key, "2026-11-20", "2"));
            for (Follower follower : List.of(both, all)) {
                assertThat(follower.told(2))
                        .containsExactly(value(other, "2026-11-20", "1"), value(key, "2026-11-20", "2"));
            }
        }
    }

    @Test
    void values_that_come_as_a_file_are_told() throws Exception {
        try (Follower follower = follow(List.of(key))) {
            given().contentType("text/csv; charset=UTF-8")
                    .body("kpi,at,value\n%s,2026-11-19,1.5\n%s,2026-11-20,2.5\n".formatted(key, key))
                    .post("/ingest/kpi-values")
                    .then()
                    .statusCode(200);
            assertThat(follower.told(2))
                    .containsExactly(value(key, "2026-11-19", "1.5"), value(key, "2026-11-20", "2.5"));
        }
    }

    @Test
    void a_thousand_values_of_one_call_reach_a_follower_that_keeps_up() throws Exception {
        try (Follower follower = follow(List.of(key))) {
            record(array(many(1_000)));
            assertThat(follower.told(1_000))
                    .extracting(value -> value.get("value"))
                    .doesNotHaveDuplicates();
            assertThat(follower.isGoingOn()).isTrue();
        }
    }

    @Test
    void a_follower_that_takes_nothing_is_cut_off_and_nobody_else_is() throws Exception {
        try (Follower idle = Follower.idle(streams, FOLLOW, "kpis", List.of(key));
                Follower eager = follow(List.of(key))) {
            List<Map<String, Object>> more = many(limit.events() + 1);
            for (int from = 0; from < more.size(); from += 500) {
                record(array(more.subList(from, Math.min(from + 500, more.size()))));
                eager.told(Math.min(from + 500, more.size()));
            }
            record(item(key, "2026-11-21", -1));
            eager.told(limit.events() + 2);
            assertThat(idle.failure()).isInstanceOf(SubscriberTooSlow.class);
            assertThat(idle.count()).isZero();
            assertThat(eager.isGoingOn()).isTrue();
        }
    }

    @Test
    void one_that_asks_late_gets_what_waited_for_it() throws Exception {
        try (Follower late = Follower.idle(streams, FOLLOW, "kpis", List.of(key));
                Follower eager = follow(List.of(key))) {
            record(item(key, "2026-11-19", 1), item(key, "2026-11-20", 2));
            eager.told(2);
            assertThat(late.count()).isZero();
            late.request(1);
            assertThat(late.told(1)).containsExactly(value(key, "2026-11-19", "1"));
            late.request(1);
            assertThat(late.told(2).get(1)).isEqualTo(value(key, "2026-11-20", "2"));
        }
    }

    @Test
    void who_has_gone_is_told_nothing() throws Exception {
        try (Follower eager = follow(List.of(key))) {
            Follower gone = follow(List.of(key));
            gone.close();
            record(item(key, "2026-11-20", 1));
            eager.told(1);
            assertThat(gone.count()).isZero();
        }
    }

    @Test
    void fields_of_200_values_for_ten_followers_cost_a_few_statements() throws Exception {
        List<Follower> followers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            followers.add(Follower.of(streams, """
                    subscription($kpis: [String!]) { kpiValueRecorded(kpis: $kpis) {
                        kpi { key } revisions { value } value
                    } }
                    """, "kpis", List.of(key)));
        }
        try {
            int statements = Wire.count(() -> {
                record(array(many(200)));
                for (Follower follower : followers) {
                    try {
                        follower.told(200);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
            });
            // 10 record, 5 look up the KPI, 1 the revisions; and some of them begin and commit.
            assertThat(statements).isLessThan(30);
        } finally {
            followers.forEach(Follower::close);
        }
    }

    @Test
    void a_follower_is_told_when_events_may_be_missing() throws Exception {
        try (Follower follower = follow(null)) {
            live.missed();
            assertThat(follower.failure()).isInstanceOf(EventsMissed.class);
        }
    }

    @Test
    void lists_that_cannot_be_followed_are_refused() {
        refused(List.of(key, "no-such-kpi"), "NOT_FOUND", "There is no Kpi 'no-such-kpi'");
        refused(List.of(), "INVALID_VALUE", "kpis is empty; name at least one, or leave it out to follow all");
        List<String> many = IntStream.range(0, 1_001).mapToObj(i -> key).toList();
        refused(many, "TOO_MANY_ITEMS", "kpis has 1001 entries; it may have at most 1000");
    }

    private void refused(List<String> kpis, String code, String message) {
        List<GraphQLError> errors = Follower.refused(streams, FOLLOW, "kpis", kpis);
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).getMessage()).isEqualTo(message);
        assertThat(errors.get(0).getExtensions()).containsEntry("code", code);
    }

    private Follower follow(List<String> kpis) {
        return Follower.of(streams, FOLLOW, "kpis", kpis);
    }

    private List<Map<String, Object>> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> item(key, LocalDate.of(2010, 1, 1).plusDays(i).toString(), i))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object>[] array(List<Map<String, Object>> items) {
        return items.toArray(Map[]::new);
    }

    private static Map<String, Object> value(String kpi, String day, String value) {
        return Map.of("kpi", Map.of("key", kpi), "periodStart", day, "value", value);
    }
}
