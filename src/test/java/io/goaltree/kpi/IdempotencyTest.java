package io.goaltree.kpi;

import static io.goaltree.kpi.KpiCalls.create;
import static io.goaltree.kpi.KpiCalls.freshKey;
import static io.goaltree.kpi.KpiCalls.item;
import static io.goaltree.kpi.KpiCalls.recordInput;
import static io.goaltree.kpi.KpiCalls.values;
import static io.goaltree.kpi.KpiValuesApiTest.counts;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.goaltree.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdempotencyTest {
    private static final String PAYLOAD = "data.kpiValuesRecord";

    @Inject
    TestClock clock;

    @Inject
    Rows rows;

    @Inject
    AgroalDataSource database;

    private final String kpi = freshKey("idempotent");
    private final String key = freshKey("key");

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void repeated_call_answers_what_the_first_one_answered() {
        create(kpi, "DAILY", "UTC");
        JsonPath first = call(item(kpi, "2026-11-20", "1.50"), item("nothing", "2026-11-20", 1));
        assertThat(first.getBoolean(PAYLOAD + ".replayed")).isFalse();
        List<Long> before = rows.fingerprints();
        JsonPath again = call(item(kpi, "2026-11-20", "1.50"), item("nothing", "2026-11-20", 1));
        assertThat(again.getBoolean(PAYLOAD + ".replayed")).isTrue();
        assertThat(again.getList(PAYLOAD + ".results")).isEqualTo(first.getList(PAYLOAD + ".results"));
        assertThat(counts(again)).containsExactly(1, 0, 0, 1).isEqualTo(counts(first));
        assertThat(rows.fingerprints()).isEqualTo(before);
    }

    @Test
    void same_key_with_other_values_is_refused_and_nothing_is_written() {
        create(kpi, "DAILY", "UTC");
        call(item(kpi, "2026-11-20", 1));
        List<Long> before = rows.fingerprints();
        for (JsonPath refused : List.of(
                call(item(kpi, "2026-11-20", 2)),
                recordInput(Map.of(
                        "values",
                        List.of(item(kpi, "2026-11-20", 1)),
                        "mode",
                        "ALL_OR_NOTHING",
                        "idempotencyKey",
                        key)))) {
            assertThat(refused.getMap(PAYLOAD + ".userErrors[0]"))
                    .containsEntry("code", "IDEMPOTENCY_KEY_REUSED")
                    .containsEntry("path", List.of("input", "idempotencyKey"));
            assertThat(refused.getList(PAYLOAD + ".results")).isEmpty();
        }
        assertThat(rows.fingerprints()).isEqualTo(before);
    }

    @Test
    void after_24_hours_the_key_is_free_and_its_old_answer_removed() {
        create(kpi, "DAILY", "UTC");
        call(item(kpi, "2026-11-20", 1));
        clock.advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(call(item(kpi, "2026-11-20", 1)).getBoolean(PAYLOAD + ".replayed"))
                .isTrue();
        clock.advance(Duration.ofSeconds(1));
        JsonPath anew = call(item(kpi, "2026-11-20", 2));
        assertThat(counts(anew)).containsExactly(0, 1, 0, 0);
        assertThat(anew.getBoolean(PAYLOAD + ".replayed")).isFalse();
        clock.advance(Duration.ofHours(25));
        recordInput(Map.of("values", List.of(), "idempotencyKey", freshKey("later")));
        assertThat(rows.number("select count(*) from idempotency where key = '" + key + "'"))
                .isZero();
    }

    @Test
    void call_that_is_under_way_is_answered_at_once() throws Exception {
        create(kpi, "DAILY", "UTC");
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            try (PreparedStatement claim =
                    other.prepareStatement("select pg_advisory_xact_lock(hashtextextended('idempotency ' || ?, 0))")) {
                claim.setString(1, key);
                claim.execute();
            }
            List<Long> before = rows.fingerprints();
            JsonPath refused = call(item(kpi, "2026-11-20", 1));
            assertThat(refused.getList(PAYLOAD + ".userErrors.code")).containsExactly("IDEMPOTENCY_IN_PROGRESS");
            assertThat(rows.fingerprints()).isEqualTo(before);
            other.rollback();
        }
        assertThat(counts(call(item(kpi, "2026-11-20", 1)))).containsExactly(1, 0, 0, 0);
    }

    @Test
    void unusable_key_is_refused() {
        create(kpi, "DAILY", "UTC");
        for (String bad : List.of(" ", "k".repeat(256))) {
            JsonPath refused =
                    recordInput(Map.of("values", List.of(item(kpi, "2026-11-20", 1)), "idempotencyKey", bad));
            assertThat(refused.getList(PAYLOAD + ".userErrors[0].path")).containsExactly("input", "idempotencyKey");
        }
        assertThat(values(kpi).getList("data.kpi.values.nodes")).isEmpty();
    }

    @SafeVarargs
    private JsonPath call(Map<String, Object>... items) {
        return recordInput(Map.of("values", List.of(items), "idempotencyKey", key));
    }
}
