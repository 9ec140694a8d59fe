package io.goaltree.kpi;

import static io.goaltree.shared.UserErrorCode.DUPLICATE_KEY;
import static io.goaltree.shared.UserErrorCode.NOT_ALLOWED;

import io.goaltree.shared.Decimals;
import io.goaltree.shared.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of each item of one call. First {@link #read} finds what must be rejected, then {@link #compare} decides
 * between the values that are left and those that are there already. Nothing is written in here.
 */
final class ValueDecisions {
    private final @Nullable ReadValue[] values;
    private final @Nullable Recorded[] results;
    /** The first accepted item for each KPI and period. */
    private final Map<ReadValue.Key, Integer> firsts = new HashMap<>();

    final List<UUID> createdIds = new ArrayList<>();
    final List<ReadValue> created = new ArrayList<>();
    final List<UUID> updatedIds = new ArrayList<>();
    final List<ReadValue> updated = new ArrayList<>();

    private ValueDecisions(int size) {
        values = new ReadValue[size];
        results = new Recorded[size];
    }

    static ValueDecisions read(List<ValueToRecord> given, ValueReader reader, RecordMode mode) {
        ValueDecisions decisions = new ValueDecisions(given.size());
        for (int i = 0; i < given.size(); i++) {
            int index = i;
            decisions.results[i] = reader.read(given.get(i))
                    .fold(value -> decisions.accept(index, value), problems -> Recorded.rejected(problems.get(0)));
        }
        if (mode == RecordMode.ALL_OR_NOTHING) {
            decisions.rejectAllWhenOneIs();
        }
        return decisions;
    }

    /** The values to record, at most one for each KPI and period. */
    List<ReadValue> accepted() {
        return firsts.values().stream()
                .sorted()
                .map(index -> Objects.requireNonNull(values[index]))
                .toList();
    }

    /** Decides what is new, what is a correction and what is there already. Numbers are compared as numbers: 3.20 = 3.2. */
    void compare(List<KpiValueEntity> existing) {
        Map<ReadValue.Key, KpiValueEntity> known = new HashMap<>();
        existing.forEach(row -> known.put(new ReadValue.Key(row.kpiId, row.periodStart), row));
        for (int i = 0; i < values.length; i++) {
            ReadValue value = values[i];
            if (value != null && results[i] == null) {
                int first = firsts.getOrDefault(value.key(), i);
                results[i] = first == i ? compare(value, known.get(value.key())) : repeated(results[first]);
            }
        }
    }

    /** The KPIs that get a new value or another one. */
    Set<UUID> changedKpis() {
        return Stream.concat(created.stream(), updated.stream())
                .map(value -> value.kpi().id)
                .collect(Collectors.toSet());
    }

    /** Those of them that get nothing but values for periods that had none. */
    Map<UUID, Appended> appended() {
        Map<UUID, Appended> appended = new HashMap<>();
        created.forEach(value ->
                appended.merge(value.kpi().id, new Appended(value.period().from(), 1), Appended::and));
        updated.forEach(value -> appended.remove(value.kpi().id));
        return appended;
    }

    List<Recorded> results() {
        return Arrays.stream(results).map(Objects::requireNonNull).toList();
    }

    private Recorded compare(ReadValue value, @Nullable KpiValueEntity before) {
        if (before == null) {
            UUID id = KpiValueStore.newId();
            createdIds.add(id);
            created.add(value);
            return new Recorded(RecordStatus.CREATED, id, null);
        }
        if (before.value.compareTo(value.value()) == 0) {
            return new Recorded(RecordStatus.UNCHANGED, before.id, null);
        }
        updatedIds.add(before.id);
        updated.add(value);
        return new Recorded(RecordStatus.UPDATED, before.id, null);
    }

    /** Posting a value twice in one call is as posting it twice in two calls: the second changes nothing. */
    private static Recorded repeated(@Nullable Recorded first) {
        return new Recorded(
                RecordStatus.UNCHANGED, Objects.requireNonNull(first).valueId(), null);
    }

    private @Nullable Recorded accept(int index, ReadValue value) {
        Integer first = firsts.putIfAbsent(value.key(), index);
        values[index] = value;
        if (first == null) {
            return null;
        }
        ReadValue earlier = Objects.requireNonNull(values[first]);
        return earlier.value().compareTo(value.value()) == 0
                ? null
                : Recorded.rejected(Problem.at(
                        DUPLICATE_KEY,
                        "Value is " + Decimals.shown(value.value()) + ", but item " + first + " of this call gives "
                                + Decimals.shown(earlier.value()) + " for Kpi '" + value.kpi().key
                                + "' and the period that begins on "
                                + value.period().from(),
                        "value"));
    }

    private void rejectAllWhenOneIs() {
        for (int i = 0; i < results.length; i++) {
            if (results[i] != null) {
                Recorded rejected = Recorded.rejected(
                        Problem.at(NOT_ALLOWED, "Not recorded because item " + i + " was rejected (ALL_OR_NOTHING)"));
                for (int other = 0; other < results.length; other++) {
                    results[other] = results[other] == null ? rejected : results[other];
                }
                firsts.clear();
                return;
            }
        }
    }
}
