package io.goaltree.kpi;

import static io.goaltree.kpi.StreamCalls.days;
import static io.goaltree.kpi.StreamCalls.done;
import static io.goaltree.kpi.StreamCalls.open;
import static io.goaltree.kpi.StreamCalls.record;
import static io.goaltree.kpi.StreamCalls.refusal;
import static io.goaltree.kpi.StreamCalls.replayed;
import static io.goaltree.kpi.StreamCalls.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goaltree.ApiTest;
import io.goaltree.Sql;
import io.goaltree.shared.Outcome;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams are recorded part by part, and their keys are as good as those of calls that are answered at once. */
@QuarkusTest
class ValueStreamsTest extends ApiTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-03-01");
    private static final String IN_PROGRESS = "IDEMPOTENCY_IN_PROGRESS idempotencyKey";
    private static final String REUSED = "IDEMPOTENCY_KEY_REUSED idempotencyKey";

    @Inject
    ValueStreamService service;

    @Inject
    KpiValueService atOnce;

    @Inject
    IdempotencySweep sweep;

    @Inject
    Sql sql;

    private String kpi;
    private String key;

    @BeforeEach
    void aKpi() {
        kpi = world.kpi();
        key = world.key("stream");
    }

    @Test
    void parts_are_counted_and_each_is_there_as_soon_as_it_is_answered() {
        try (ValueStream stream = open(service, null)) {
            assertThat(record(stream, days(kpi, FIRST, 1, 2, 3))).isEqualTo("CREATED CREATED CREATED");
            assertThat(stream.counts()).isEqualTo(new ValueCounts(3, 0, 0, 0));
            assertThat(stored()).isEqualTo(3);
            List<ValueToRecord> second = new ArrayList<>(days(kpi, FIRST.plusDays(1), "2.0", 4, 5));
            second.add(value("nothing", "2026-03-01", 1));
            assertThat(record(stream, second)).isEqualTo("UNCHANGED UPDATED CREATED REJECTED");
            assertThat(stream.counts()).isEqualTo(new ValueCounts(4, 1, 1, 1));
            assertThat(stored()).isEqualTo(4);
            assertThat(done(stream.finish())).isFalse();
        }
        assertThat(remembered()).isZero();
    }

    @Test
    void key_is_in_progress_while_a_stream_holds_it_for_streams_and_for_calls_at_once() {
        try (ValueStream stream = open(service, key)) {
            for (int part = 0; part < 2; part++) {
                Map<String, String> before = sql.contents();
                assertThat(refusal(service.open(key, "ndjson"))).isEqualTo(IN_PROGRESS);
                assertThat(refusal(call(days(kpi, FIRST, 9)))).isEqualTo(IN_PROGRESS);
                assertThat(sql.contents()).isEqualTo(before);
                record(stream, days(kpi, FIRST.plusDays(part), 1));
                clock.advance(Duration.ofSeconds(100));
            }
            done(stream.finish());
        }
        assertThat(refusal(call(days(kpi, FIRST, 9)))).isEqualTo(REUSED);
    }

    @Test
    void key_of_a_call_at_once_is_in_progress_for_a_stream_until_that_has_ended_and_then_used() {
        QuarkusTransaction.requiringNew().run(() -> {
            done(call(days(kpi, FIRST, 1)));
            assertThat(refusal(service.open(key, "ndjson"))).isEqualTo(IN_PROGRESS);
        });
        try (ValueStream stream = open(service, key)) {
            assertThat(record(stream, days(kpi, FIRST, 1))).isEmpty();
            assertThat(refusal(stream.finish())).isEqualTo(REUSED);
        }
    }

    @Test
    void repeated_stream_is_told_part_by_part_and_in_order_what_the_first_was_told() {
        List<String> told = new ArrayList<>();
        try (ValueStream stream = open(service, key)) {
            for (int part = 0; part < 45; part++) {
                int number = part;
                told.add(done(stream.record(days(kpi, FIRST.plusDays(part), part), results -> "part " + number)));
            }
            assertThat(done(stream.finish())).isFalse();
        }
        assertThat(told).hasSize(45).endsWith("part 44");
        Map<String, String> before = sql.contents();
        try (ValueStream again = open(service, key)) {
            for (int part = 0; part < 45; part++) {
                assertThat(record(again, days(kpi, FIRST.plusDays(part), part))).isEmpty();
            }
            assertThat(done(again.finish())).isTrue();
            assertThat(again.counts()).isEqualTo(new ValueCounts(45, 0, 0, 0));
            assertThat(replayed(again)).isEqualTo(told);
        }
        assertThat(sql.contents()).isEqualTo(before);
    }

    @Test
    void same_key_with_other_values_or_in_another_form_is_refused_and_nothing_is_written() {
        List<ValueToRecord> values = days(kpi, FIRST, 1, 2);
        try (ValueStream stream = open(service, key)) {
            record(stream, values);
            done(stream.finish());
        }
        Map<String, String> before = sql.contents();
        for (List<ValueToRecord> others :
                List.of(days(kpi, FIRST, 1, 3), days(kpi, FIRST, 1), days(kpi, FIRST, 1, 2, 3), values)) {
            try (ValueStream stream = done(service.open(key, others == values ? "csv" : "ndjson"))) {
                assertThat(record(stream, others)).isEmpty();
                assertThat(refusal(stream.finish())).isEqualTo(REUSED);
            }
        }
        assertThat(sql.contents()).isEqualTo(before);
    }

    @Test
    void stream_that_is_closed_without_an_end_frees_its_key_at_once_and_is_not_remembered() {
        try (ValueStream stream = open(service, key)) {
            record(stream, days(kpi, FIRST, 1));
        }
        assertThat(remembered()).isZero();
        try (ValueStream stream = open(service, key)) {
            assertThat(record(stream, days(kpi, FIRST, 1, 2))).isEqualTo("UNCHANGED CREATED");
            assertThat(done(stream.finish())).isFalse();
        }
    }

    @Test
    void key_of_a_stream_that_stood_still_is_taken_over_and_it_writes_no_more() {
        try (ValueStream first = open(service, key)) {
            record(first, days(kpi, FIRST, 1));
            clock.advance(Duration.ofMinutes(6));
            try (ValueStream second = open(service, key)) {
                record(second, days(kpi, FIRST, 1, 2));
                Map<String, String> before = sql.contents();
                assertThat(refusal(first.record(days(kpi, FIRST, 7), StreamCalls::told)))
                        .isEqualTo(IN_PROGRESS);
                assertThat(refusal(first.finish())).isEqualTo(IN_PROGRESS);
                assertThat(sql.contents()).isEqualTo(before);
                done(second.finish());
            }
        }
        assertThat(replayedLater()).containsExactly("UNCHANGED CREATED");
    }

    @Test
    void stream_that_comes_to_its_end_after_another_took_its_key_is_refused_and_its_answer_is_not_remembered() {
        try (ValueStream first = open(service, key)) {
            record(first, days(kpi, FIRST, 7));
            clock.advance(Duration.ofMinutes(6));
            try (ValueStream second = open(service, key)) {
                record(second, days(kpi, FIRST, 1, 2));
                done(second.finish());
            }
            assertThat(refusal(first.finish())).isEqualTo(IN_PROGRESS);
        }
        assertThat(replayedLater()).containsExactly("UPDATED CREATED");
    }

    @Test
    void call_at_once_takes_the_key_of_a_stream_that_stood_still() {
        try (ValueStream first = open(service, key)) {
            record(first, days(kpi, FIRST, 7));
            clock.advance(Duration.ofMinutes(6));
            assertThat(done(call(days(kpi, FIRST, 1))).results()).hasSize(1);
            Map<String, String> before = sql.contents();
            assertThat(refusal(first.record(days(kpi, FIRST, 7), StreamCalls::told)))
                    .isEqualTo(IN_PROGRESS);
            assertThat(refusal(first.finish())).isEqualTo(IN_PROGRESS);
            assertThat(sql.contents()).isEqualTo(before);
        }
        assertThat(done(call(days(kpi, FIRST, 1))).replayed()).isTrue();
    }

    @Test
    void stream_that_stood_still_goes_on_when_nobody_wanted_its_key() {
        try (ValueStream stream = open(service, key)) {
            record(stream, days(kpi, FIRST, 1));
            clock.advance(Duration.ofHours(1));
            assertThat(record(stream, days(kpi, FIRST, 1, 2))).isEqualTo("UNCHANGED CREATED");
            assertThat(done(stream.finish())).isFalse();
        }
    }

    @Test
    void answer_is_forgotten_24_hours_after_the_end_of_the_stream_and_all_its_parts_with_it() {
        try (ValueStream stream = open(service, key)) {
            for (int part = 0; part < 3; part++) {
                record(stream, days(kpi, FIRST.plusDays(part), 1));
                clock.advance(Duration.ofHours(9));
                sweep.sweep();
            }
            done(stream.finish());
        }
        String first = recording();
        clock.advance(Duration.ofHours(24).minusSeconds(1));
        sweep.sweep();
        try (ValueStream again = open(service, key)) {
            for (int part = 0; part < 3; part++) {
                record(again, days(kpi, FIRST.plusDays(part), 1));
            }
            assertThat(done(again.finish())).isTrue();
            assertThat(replayed(again)).containsExactly("CREATED", "CREATED", "CREATED");
        }
        clock.advance(Duration.ofSeconds(1));
        try (ValueStream anew = open(service, key)) {
            assertThat(record(anew, days(kpi, FIRST, 2))).isEqualTo("UPDATED");
            done(anew.finish());
        }
        String second = recording();
        assertThat(parts(first)).isEqualTo(3);
        assertThat(parts(second)).isOne();
        clock.advance(Duration.ofHours(24));
        sweep.sweep();
        assertThat(remembered()).isZero();
        assertThat(parts(first)).isZero();
        assertThat(parts(second)).isZero();
    }

    @Test
    void part_in_whose_middle_something_fails_is_not_there_and_the_stream_is_not_remembered() {
        try (ValueStream stream = open(service, key)) {
            record(stream, days(kpi, FIRST, 1));
            Map<String, String> before = sql.contents();
            assertThatThrownBy(() -> stream.record(days(kpi, FIRST, 2, 3), results -> {
                        throw new IllegalStateException("The answer cannot be told");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(sql.contents()).isEqualTo(before);
            assertThat(stream.counts()).isEqualTo(new ValueCounts(1, 0, 0, 0));
            record(stream, days(kpi, FIRST.plusDays(5), 5));
            assertThat(refusal(stream.finish())).isEqualTo(IN_PROGRESS);
        }
        assertThat(remembered()).isZero();
        assertThat(sql.count("select count(*) from idempotency_claim where key = ?", key))
                .isZero();
    }

    @Test
    void unusable_key_is_refused_and_nothing_is_written() {
        Map<String, String> before = sql.contents();
        assertThat(refusal(service.open(" ", "ndjson"))).endsWith(" idempotencyKey");
        assertThat(refusal(service.open("k".repeat(256), "ndjson"))).endsWith(" idempotencyKey");
        assertThat(sql.contents()).isEqualTo(before);
    }

    private Outcome<Recording> call(List<ValueToRecord> values) {
        return atOnce.record(new RecordCall(values, RecordMode.PARTIAL, key, 1_000));
    }

    private List<String> replayedLater() {
        try (ValueStream again = open(service, key)) {
            record(again, days(kpi, FIRST, 1, 2));
            assertThat(done(again.finish())).isTrue();
            return replayed(again);
        }
    }

    /** Under which the parts of what the key remembers are. */
    private String recording() {
        return sql.strings("select recording from idempotency where key = '" + key + "'")
                .get(0);
    }

    private long parts(String recording) {
        return sql.count("select count(*) from idempotency_part where recording = cast(? as uuid)", recording);
    }

    private long stored() {
        return sql.count("select count(*) from kpi_value v join kpi k on k.id = v.kpi_id where k.key = ?", kpi);
    }

    private long remembered() {
        return sql.count("select count(*) from idempotency where key = ?", key);
    }
}
