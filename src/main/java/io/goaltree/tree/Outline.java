package io.goaltree.tree;

import io.goaltree.tree.GoalRows.EdgeRow;
import io.goaltree.tree.GoalRows.ObjectiveRow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The shape of one tree: who is in it, in which order, how deep.
 *
 * @param depths every member, depth first, each after its first parent, with its depth; 0 for a root
 */
record Outline(Map<UUID, Integer> depths) {

    /** The tree of a cycle: its own objectives and all below them by contributing alignments. */
    static Outline of(UUID cycle, GoalRows rows) {
        return below(row -> row.cycleId().equals(cycle), rows);
    }

    /** What a team has in this tree: its objectives and all below them; whoever is above them is outside. */
    Outline ofTeam(UUID team, GoalRows rows) {
        return below(row -> team.equals(row.teamId()) && depths.containsKey(row.id()), rows);
    }

    private static Outline below(Predicate<ObjectiveRow> start, GoalRows rows) {
        Map<UUID, List<UUID>> childrenOf = new HashMap<>();
        for (EdgeRow edge : rows.edges()) {
            if (edge.contributes()) {
                childrenOf
                        .computeIfAbsent(Objects.requireNonNull(edge.parentObjectiveId()), id -> new ArrayList<>())
                        .add(edge.childId());
            }
        }
        Set<UUID> members = members(start, rows, childrenOf);
        Map<UUID, UUID> firstParent = new HashMap<>();
        for (EdgeRow edge : rows.edges()) {
            if (edge.contributes() && members.contains(edge.childId()) && members.contains(edge.parentObjectiveId())) {
                firstParent.putIfAbsent(edge.childId(), Objects.requireNonNull(edge.parentObjectiveId()));
            }
        }
        List<UUID> roots = rows.objectives().stream()
                .map(ObjectiveRow::id)
                .filter(id -> members.contains(id) && !firstParent.containsKey(id))
                .toList();
        return new Outline(depthFirst(roots, childrenOf, firstParent));
    }

    List<UUID> roots() {
        return depths.entrySet().stream()
                .filter(entry -> entry.getValue() == 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The cycle's own objectives that count in no other one of this tree; a cancelled parent counts nothing. */
    Set<UUID> topmost(UUID cycle, GoalRows rows) {
        Set<UUID> counting = rows.objectives().stream()
                .filter(row -> !row.cancelled() && depths.containsKey(row.id()))
                .map(ObjectiveRow::id)
                .collect(Collectors.toSet());
        Set<UUID> below = rows.edges().stream()
                .filter(edge -> edge.contributes() && counting.contains(edge.parentObjectiveId()))
                .map(EdgeRow::childId)
                .collect(Collectors.toSet());
        return rows.objectives().stream()
                .filter(row -> row.cycleId().equals(cycle) && !below.contains(row.id()))
                .map(ObjectiveRow::id)
                .collect(Collectors.toSet());
    }

    private static Set<UUID> members(Predicate<ObjectiveRow> start, GoalRows rows, Map<UUID, List<UUID>> childrenOf) {
        Set<UUID> members = new HashSet<>();
        Deque<UUID> waiting = new ArrayDeque<>();
        rows.objectives().stream().filter(start).forEach(row -> waiting.add(row.id()));
        while (!waiting.isEmpty()) {
            UUID id = waiting.remove();
            if (members.add(id)) {
                waiting.addAll(childrenOf.getOrDefault(id, List.of()));
            }
        }
        return members;
    }

    private static Map<UUID, Integer> depthFirst(
            List<UUID> roots, Map<UUID, List<UUID>> childrenOf, Map<UUID, UUID> firstParent) {
        Map<UUID, Integer> depths = new LinkedHashMap<>();
        Deque<UUID> stack = new ArrayDeque<>();
        List<UUID> fromLast = new ArrayList<>(roots);
        Collections.reverse(fromLast);
        fromLast.forEach(stack::push);
        while (!stack.isEmpty()) {
            UUID id = stack.pop();
            UUID parent = firstParent.get(id);
            depths.put(id, parent == null ? 0 : Objects.requireNonNull(depths.get(parent)) + 1);
            List<UUID> children = new ArrayList<>(childrenOf.getOrDefault(id, List.of()));
            Collections.reverse(children);
            children.stream().filter(child -> id.equals(firstParent.get(child))).forEach(stack::push);
        }
        return depths;
    }
}
