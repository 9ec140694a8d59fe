package io.goaltree.kpi;

import static io.goaltree.GraphQl.input;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.GraphQl;
import io.goaltree.Sql;
import io.goaltree.Wire;
import io.goaltree.World;
import io.goaltree.behaviour.Behaviour;
import io.goaltree.behaviour.Verdict;
import io.goaltree.time.Cadence;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is kept of KPIs is what their values say, and reading it looks at no values. */
@QuarkusTest
class KeptBehavioursTest extends ApiTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-08-01");
    private static final int DAYS = 70;

    @Inject
    KeptBehaviours kept;

    @Inject
    KeptBehaviourService service;

    @Inject
    KpiValueService values;

    @Inject
    KpiBehaviours computed;

    @Inject
    KpiAnswers answers;

    @Inject
    StatelessSession session;

    @Inject
    Sql sql;

    @Test
    void kept_is_what_all_values_say_whatever_is_recorded_corrected_redefined_and_rebased_in_whatever_order() {
        Random random = new Random(20261122);
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            keys.add(world.kpi());
        }
        Map<Verdict, Integer> seen = new HashMap<>();
        int signals = 0;
        int segments = 0;
        for (int round = 0; round < 60; round++) {
            record(someValues(random, keys, round));
            if (round % 3 == 2) {
                startAfresh(random, keys.get(random.nextInt(keys.size())));
            }
            for (Behaviour behaviour : assertKept(keys).values()) {
                seen.merge(behaviour.verdict(), 1, Integer::sum);
                signals += behaviour.signals().size();
                segments = Math.max(segments, behaviour.segments().size());
            }
        }
        assertThat(seen).containsOnlyKeys(Verdict.values());
        assertThat(signals).isPositive();
        assertThat(segments).isGreaterThan(2);
    }

    /** Of most of these calls the values of the middle are not read. */
    @ParameterizedTest
    @EnumSource(Cadence.class)
    void kept_is_what_all_values_say_when_they_come_one_after_the_other_with_gaps_shifts_and_starts(Cadence cadence) {
        Random random = new Random(42);
        List<String> keys = Stream.generate(() -> world.kpi("cadence", cadence.name()))
                .limit(4)
                .toList();
        int[] next = new int[keys.size()];
        LocalDate[] last = new LocalDate[keys.size()];
        int signals = 0;
        for (int call = 0; call < 30; call++) {
            Map<List<Object>, Object> items = new HashMap<>();
            for (int kpi = 0; kpi < keys.size(); kpi++) {
                for (int left = random.nextInt(4); left > 0; left--) {
                    next[kpi] += random.nextInt(12) == 0 ? 3 : 1;
                    last[kpi] = day(cadence, next[kpi]);
                    int level = next[kpi] / 25 % 2 == 0 ? 50 : 50 + 4 * kpi;
                    items.put(List.of(keys.get(kpi), last[kpi].toString()), level + random.nextInt(11) - 5);
                }
            }
            record(items);
            int one = random.nextInt(keys.size());
            if (random.nextInt(8) == 0 && last[one] != null) {
                String within = last[one].plusDays(random.nextInt(3)).toString();
                GraphQl.mutate("kpiRebase", input("kpi", keys.get(one), "from", within, "reason", "Because"));
            }
            for (Behaviour behaviour : assertKept(keys).values()) {
                signals += behaviour.signals().size();
            }
        }
        assertThat(signals).isPositive();
    }

    private static LocalDate day(Cadence cadence, int number) {
        LocalDate first = LocalDate.parse("2004-01-07");
        return switch (cadence) {
            case DAILY -> first.plusDays(number);
            case WEEKLY -> first.plusWeeks(number);
            case MONTHLY -> first.plusMonths(number);
            case QUARTERLY -> first.plusMonths(3L * number);
        };
    }

    /** Some values of some KPIs: days in any order, many of them corrections, now and then far from the others. */
    private static Map<List<Object>, Object> someValues(Random random, List<String> keys, int round) {
        Map<List<Object>, Object> items = new HashMap<>();
        for (int i = 0; i < 30; i++) {
            String key = keys.get(random.nextInt(keys.size()));
            LocalDate day = FIRST.plusDays(random.nextInt(Math.min(DAYS, 20 + round)));
            int level = day.isAfter(FIRST.plusDays(40)) && keys.indexOf(key) % 3 == 0 ? 60 : 50;
            int value = level + random.nextInt(11) - 5 + (random.nextInt(25) == 0 ? 30 : 0);
            items.put(List.of(key, day.toString()), value);
        }
        return items;
    }

    private static void record(Map<List<Object>, Object> items) {
        List<Object> values = new ArrayList<>();
        items.forEach((item, value) -> values.add(input("kpi", item.get(0), "at", item.get(1), "value", value)));
        GraphQl.ask(
                "mutation($input: KpiValuesRecordInput!) { kpiValuesRecord(input: $input) { rejected } }",
                "input",
                input("values", values));
    }

    /** It may be refused: before the first value, before an earlier version, or when nothing would change. */
    private static void startAfresh(Random random, String key) {
        String day = FIRST.plusDays(random.nextInt(DAYS)).toString();
        switch (random.nextInt(3)) {
            case 0 -> GraphQl.mutate("kpiRebase", input("kpi", key, "from", day, "reason", "Because " + day));
            case 1 ->
                GraphQl.mutate(
                        "kpiRedefine",
                        input("kpi", key, "effectiveFrom", day, "reason", "R", "formula", "F" + random.nextInt(3)));
            default ->
                GraphQl.mutate(
                        "kpiRedefine",
                        input(
                                "kpi",
                                key,
                                "effectiveFrom",
                                day,
                                "reason",
                                "R",
                                "direction",
                                random.nextBoolean() ? "LOWER_IS_BETTER" : "WITHIN_RANGE"));
        }
    }

    private Map<UUID, Behaviour> assertKept(List<String> keys) {
        Map<UUID, Behaviour> expected = new HashMap<>();
        computed.of(answers.ids(keys).values()).forEach((kpi, history) -> expected.put(kpi, history.behaviour()));
        Map<UUID, Behaviour> found = kept.of(expected.keySet());
        assertThat(sql.count("select count(*) from kpi_behaviour where kpi_id = any(?)", (Object)
                        expected.keySet().toArray(UUID[]::new)))
                .isEqualTo(keys.size());
        assertThat(found)
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(expected);
        Map<UUID, KeptVerdict> verdicts = new HashMap<>();
        expected.forEach((kpi, behaviour) -> verdicts.put(kpi, KeptVerdict.of(behaviour)));
        assertThat(kept.verdicts(expected.keySet())).isEqualTo(verdicts);
        return expected;
    }

    @Test
    void list_of_500_kpis_with_260_values_each_reads_as_many_values_as_kpis_and_costs_as_many_statements_as_one_of_5() {
        String mark = world.kpi();
        seed(mark, 500);
        List<UUID> ids = QuarkusTransaction.requiringNew().call(() -> {
            List<UUID> all = session.createNativeQuery("select id from kpi where name = :mark", UUID.class)
                    .setParameter("mark", mark)
                    .getResultList();
            kept.refresh(all);
            return all;
        });
        assertThat(ids).hasSize(500);
        assertThat(Wire.statements(() -> list(mark, 500))).isEqualTo(Wire.statements(() -> list(mark, 5)));
        List<String> verdicts = list(mark, 500).list("kpis.nodes.behaviour.verdict");
        assertThat(verdicts).hasSize(500).containsOnly("SIGNAL");

        long[] read = QuarkusTransaction.requiringNew().call(() -> {
            long[] before = read();
            assertThat(answers.nodesById(ids)).hasSize(500);
            assertThat(kept.verdicts(ids)).hasSize(500);
            long[] after = read();
            return new long[] {after[0] - before[0], after[1] - before[1]};
        });
        assertThat(read).containsExactly(0, 500);
    }

    @Test
    void value_that_is_added_behind_260_others_reads_both_ends_of_the_segment_only() {
        String mark = world.kpi();
        seed(mark, 1);
        UUID id = answers.ids(List.of(mark + "-1")).get(mark + "-1");
        QuarkusTransaction.requiringNew().run(() -> kept.refresh(List.of(id)));
        long read = QuarkusTransaction.requiringNew().call(() -> {
            long before = read()[1];
            RecordCall call = new RecordCall(
                    List.of(new ValueToRecord(mark + "-1", "2026-11-16", "1", null, null, null, null)),
                    RecordMode.PARTIAL,
                    null,
                    1);
            values.record(call);
            return read()[1] - before;
        });
        assertThat(read).isLessThan(60);
        assertThat(kept.of(List.of(id)).get(id).segments().get(0).count()).isEqualTo(261);
        assertThat(kept.of(List.of(id)))
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(Map.of(id, computed.of(List.of(id)).get(id).behaviour()));
    }

    /** How many values this transaction's connection has read by looking at all, and by an index. */
    private long[] read() {
        Object[] counts = session.createNativeQuery("""
                        select sum(seq_tup_read), sum(idx_tup_fetch) from pg_stat_xact_user_tables
                        where relid in (select inhrelid from pg_inherits where inhparent = cast('kpi_value' as regclass))
                        """, Object[].class).getSingleResult();
        return new long[] {((Number) counts[0]).longValue(), ((Number) counts[1]).longValue()};
    }

    private GraphQl.Answer list(String text, int first) {
        return GraphQl.ask("""
                query($text: String, $first: Int) { kpis(filter: {text: $text, verdict: SIGNAL}, first: $first) { nodes {
                    latest { value } health isStale behaviour { verdict since direction proposedRebase
                        segments { mean } signals { rule } gathering { count } } } } }
                """, "text", text, "first", first);
    }

    /** Five years of weekly values that go up and down by one, and one up by ten in the end. */
    private void seed(String mark, int count) {
        sql.execute("""
                insert into kpi (id, key, name, cadence, zone, version, created_at, updated_at)
                select gen_random_uuid(), ? || '-' || i, ?, 'WEEKLY', 'UTC', 0, timestamptz '2026-11-01', timestamptz '2026-11-01'
                from generate_series(1, ?) i
                """, mark, mark, count);
        sql.execute("""
                insert into kpi_definition (id, kpi_id, number, direction, tolerance, recorded_at)
                select gen_random_uuid(), id, 1, 'HIGHER_IS_BETTER', 0, created_at from kpi where name = ?
                """, mark);
        sql.execute("""
                insert into kpi_value (id, kpi_id, period_start, period_end, value, measured_at, recorded_at, late)
                select gen_random_uuid(), k.id, date '2021-11-22' + week * 7, date '2021-11-22' + week * 7 + 6,
                    week % 2 + case week when 259 then 10 else 0 end, k.created_at, k.created_at, false
                from kpi k cross join generate_series(0, 259) week where k.name = ?
                """, mark);
        sql.execute("analyze kpi_value");
    }

    @Test
    void what_was_never_kept_or_by_older_rules_is_computed_and_then_kept() {
        String key = world.kpi();
        World.values(key, FIRST, 1, 2, 1, 2, 1, 2, 9);
        UUID id = answers.ids(List.of(key)).get(key);
        for (String command : List.of(
                "update kpi_behaviour set edition = 0, verdict = 'NOISE', since = null, direction = null where kpi_id = ?",
                "delete from kpi_behaviour where kpi_id = ?")) {
            sql.execute(command, id);
            assertThat(kept.verdicts(List.of(id)).get(id).verdict()).isEqualTo(Verdict.SIGNAL);
            assertThat(kept.of(List.of(id)).get(id).verdict()).isEqualTo(Verdict.SIGNAL);
            service.start(null);
            assertThat(sql.count(
                            "select count(*) from kpi_behaviour where kpi_id = ? and verdict = 'SIGNAL' and edition = 1",
                            id))
                    .isOne();
        }
    }

    @Test
    void signals_that_are_found_when_the_service_starts_are_kept_and_not_told_as_new() {
        String key = world.kpi();
        World.values(key, FIRST, 1, 2, 1, 2, 1, 2, 9);
        UUID id = answers.ids(List.of(key)).get(key);
        sql.execute("delete from kpi_signal where kpi_id = ?", id);
        sql.execute("delete from kpi_behaviour where kpi_id = ?", id);
        String told = "select count(*) from change_event where kind = 'kpi_signal'";
        long before = sql.count(told);
        service.start(null);
        assertThat(sql.count("select count(*) from kpi_signal where kpi_id = ? and not is_gone", id))
                .isEqualTo(2);
        assertThat(sql.count(told)).isEqualTo(before);
    }
}
