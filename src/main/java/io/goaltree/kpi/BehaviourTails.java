package io.goaltree.kpi;

import io.goaltree.behaviour.Behaviour;
import io.goaltree.behaviour.Behaviours;
import io.goaltree.behaviour.Point;
import io.goaltree.behaviour.Segment;
import io.goaltree.behaviour.Signal;
import io.goaltree.behaviour.Tail;
import io.goaltree.time.Cadence;
import io.goaltree.time.DateRange;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Brings up to date what KPIs say to which values were only added behind all others: one statement that reads the first and
 * the latest values of their segments, however long those are.
 */
@ApplicationScoped
class BehaviourTails {
    private static final int OLDER_VALUES = 10;

    /**
     * Which values of a KPI are wanted.
     *
     * @param segment first day of its current segment
     * @param since at least those from this day on
     * @param count at least so many of the latest
     */
    record Wish(UUID kpi, LocalDate segment, LocalDate since, int count) {}

    /** The first values of a segment, and its latest; each oldest first. */
    record Ends(List<Point> first, List<Point> latest) {
        Ends() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    private final BehaviourTailStore store;

    BehaviourTails(BehaviourTailStore store) {
        this.store = store;
    }

    /** What those KPIs say now of which that can be known without reading all their values. */
    Map<UUID, Behaviour> read(
            Map<UUID, Behaviour> kept, Map<UUID, Appended> appended, Map<UUID, ReadingRules.Rules> rules) {
        List<Wish> wishes = new ArrayList<>();
        appended.forEach((kpi, added) -> {
            Wish wish = wish(kept.get(kpi), added, rules.get(kpi));
            if (wish != null) {
                wishes.add(wish);
            }
        });
        Map<UUID, Behaviour> read = new HashMap<>();
        store.ends(wishes, Behaviours.STANDARD_BASELINE_SIZE).forEach((kpi, ends) -> {
            ReadingRules.Rules by = Objects.requireNonNull(rules.get(kpi));
            Behaviour behaviour = new Tail(Objects.requireNonNull(kept.get(kpi)), ends.first(), ends.latest())
                    .read(by.starts(), Behaviours.STANDARD_BASELINE_SIZE, by::direction, by.cadence());
            if (behaviour != null) {
                read.put(kpi, behaviour);
            }
        });
        return read;
    }

    private static @Nullable Wish wish(@Nullable Behaviour before, Appended added, ReadingRules.@Nullable Rules rules) {
        if (before == null || rules == null || before.segments().isEmpty()) {
            return null;
        }
        Segment current = before.segments().get(before.segments().size() - 1);
        if (current.count() < Behaviours.STANDARD_BASELINE_SIZE
                || !added.first().isAfter(current.to())) {
            return null;
        }
        return new Wish(
                rules.kpi(), current.from(), since(before, current, rules.cadence()), OLDER_VALUES + added.count());
    }

    /** From where on values can belong to a signal that is still going on; with gaps among the latest it may be later. */
    private static LocalDate since(Behaviour before, Segment current, Cadence cadence) {
        DateRange period = cadence.periodContaining(current.to());
        for (int back = 0; back < OLDER_VALUES; back++) {
            period = cadence.before(period);
        }
        LocalDate cut = period.from();
        for (int i = before.signals().size() - 1; i >= 0; i--) {
            Signal signal = before.signals().get(i);
            if (signal.from().isBefore(cut) && !signal.to().isBefore(cut)) {
                cut = signal.from();
            }
        }
        return cadence.before(cadence.periodContaining(cut)).from();
    }
}
