package io.goaltree.goal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the loop a new edge would close. */
final class Loops {
    private Loops() {}

    /**
     * The shortest loop that an edge from {@code child} up to {@code parent} would close.
     *
     * @param stepsUp every existing step upwards that begins at or above {@code parent}
     * @return the loop from {@code child} by {@code parent} back to {@code child}, both ends included; empty when none
     */
    static <T> List<T> closedBy(T child, T parent, Map<T, Set<T>> stepsUp) {
        Map<T, @Nullable T> cameFrom = new HashMap<>();
        Deque<T> waiting = new ArrayDeque<>();
        cameFrom.put(parent, null);
        waiting.add(parent);
        while (!waiting.isEmpty()) {
            T here = waiting.remove();
            if (here.equals(child)) {
                return loop(child, here, cameFrom);
            }
            for (T above : stepsUp.getOrDefault(here, Set.of())) {
                if (!cameFrom.containsKey(above)) {
                    cameFrom.put(above, here);
                    waiting.add(above);
                }
            }
        }
        return List.of();
    }

    private static <T> List<T> loop(T child, T end, Map<T, @Nullable T> cameFrom) {
        List<T> loop = new ArrayList<>();
        for (@Nullable T step = end; step != null; step = cameFrom.get(step)) {
            loop.add(step);
        }
        loop.add(child);
        Collections.reverse(loop);
        return loop;
    }
}
