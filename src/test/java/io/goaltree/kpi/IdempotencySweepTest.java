package io.goaltree.kpi;

import static io.goaltree.kpi.KpiCalls.freshKey;
import static io.goaltree.kpi.KpiCalls.recordInput;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdempotencySweepTest extends ApiTest {
    @Inject
    IdempotencySweep sweep;

    @Inject
    Sql sql;

    private final String key = freshKey("swept");

    @Test
    void answers_are_kept_for_24_hours_and_then_removed() {
        recordInput(Map.of("values", List.of(), "idempotencyKey", key));
        clock.advance(Duration.ofHours(24).minusSeconds(1));
        sweep.sweep();
        assertThat(answers()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(sweep.sweep()).isPositive();
        assertThat(answers()).isZero();
        assertThat(sweep.sweep()).isZero();
    }

    @Test
    void all_parts_are_removed_however_many() {
        UUID recording = UUID.randomUUID();
        sql.execute(
                "insert into idempotency_part select ?, n, 'x', ? from generate_series(1, 12000) n",
                recording,
                at(clock.instant()));
        sweep.sweep();
        assertThat(parts(recording)).isEqualTo(12_000);
        clock.advance(Duration.ofHours(24));
        assertThat(sweep.sweep()).isGreaterThanOrEqualTo(12_000);
        assertThat(parts(recording)).isZero();
    }

    @Test
    void parts_stay_as_long_as_their_stream_runs_or_its_answer_is_remembered() {
        UUID recording = UUID.randomUUID();
        Instant began = clock.instant();
        sql.execute("insert into idempotency_part values (?, 1, 'x', ?)", recording, at(began));
        sql.execute("insert into idempotency_claim values (?, ?, ?)", key, recording, at(began.plusSeconds(90_000)));
        clock.advance(Duration.ofHours(25));
        sweep.sweep();
        assertThat(parts(recording)).isEqualTo(1);
        sql.execute("delete from idempotency_claim where key = ?", key);
        sql.execute(
                "insert into idempotency (key, fingerprint, answer, recording, created_at) values (?, '', '', ?, ?)",
                key,
                recording,
                at(clock.instant()));
        clock.advance(Duration.ofHours(23));
        sweep.sweep();
        assertThat(parts(recording)).isEqualTo(1);
        clock.advance(Duration.ofHours(1));
        sweep.sweep();
        assertThat(parts(recording)).isZero();
    }

    @Test
    void claims_of_streams_that_died_are_removed() {
        sql.execute("insert into idempotency_claim values (?, ?, ?)", key, UUID.randomUUID(), at(clock.instant()));
        sweep.sweep();
        assertThat(claims()).isEqualTo(1);
        clock.advance(Duration.ofHours(24));
        sweep.sweep();
        assertThat(claims()).isZero();
    }

    private long answers() {
        return sql.count("select count(*) from idempotency where key = ?", key);
    }

    private long claims() {
        return sql.count("select count(*) from idempotency_claim where key = ?", key);
    }

    private long parts(UUID recording) {
        return sql.count("select count(*) from idempotency_part where recording = ?", recording);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
