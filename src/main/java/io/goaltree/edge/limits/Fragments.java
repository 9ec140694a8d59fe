package io.goaltree.edge.limits;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fragments of a document. Figures of each are computed once, those it spreads first, without recursion from fragment to
 * fragment: a chain of a thousand must not exhaust the stack. A spread that closes a circle counts nothing, and is kept to be
 * refused.
 */
final class Fragments {
    private final Map<String, FragmentDefinition> byName = new LinkedHashMap<>();
    private final Map<String, Figures> figures = new HashMap<>();
    private @Nullable FragmentDefinition circular;

    Fragments(Document document) {
        document.getDefinitionsOfType(FragmentDefinition.class).forEach(it -> byName.putIfAbsent(it.getName(), it));
        byName.keySet().forEach(this::settle);
    }

    @Nullable
    FragmentDefinition named(String name) {
        return byName.get(name);
    }

    /** A fragment that spreads itself, be it through others; null when none does. */
    @Nullable
    FragmentDefinition circular() {
        return circular;
    }

    /** The figures of a selection that is not inside a fragment. */
    Figures figures(SelectionSet set) {
        Figures sum = new Figures();
        for (Selection<?> selection : set.getSelections()) {
            if (selection instanceof Field field) {
                sum.addField(field, below(field));
            } else if (selection instanceof InlineFragment inline) {
                sum.addFragment(figures(inline.getSelectionSet()));
            } else if (selection instanceof FragmentSpread spread) {
                sum.addFragment(figures.getOrDefault(spread.getName(), Figures.nothing()));
            }
        }
        return sum;
    }

    private Figures below(Field field) {
        SelectionSet selection = field.getSelectionSet();
        return selection == null ? Figures.nothing() : figures(selection);
    }

    private void settle(String start) {
        Deque<String> path = new ArrayDeque<>();
        Set<String> entered = new HashSet<>();
        path.push(start);
        while (!path.isEmpty()) {
            String name = path.element();
            FragmentDefinition fragment = byName.get(name);
            if (fragment == null || figures.containsKey(name)) {
                path.pop();
            } else if (entered.add(name)) {
                for (String inside : spreads(fragment)) {
                    if (entered.contains(inside) && !figures.containsKey(inside)) {
                        circular = fragment;
                    } else {
                        path.push(inside);
                    }
                }
            } else {
                figures.put(name, figures(fragment.getSelectionSet()));
            }
        }
    }

    private static Set<String> spreads(FragmentDefinition fragment) {
        Set<String> names = new LinkedHashSet<>();
        collect(fragment.getSelectionSet(), names);
        return names;
    }

    private static void collect(SelectionSet set, Set<String> names) {
        for (Selection<?> selection : set.getSelections()) {
            if (selection instanceof Field field && field.getSelectionSet() != null) {
                collect(field.getSelectionSet(), names);
            } else if (selection instanceof InlineFragment inline) {
                collect(inline.getSelectionSet(), names);
            } else if (selection instanceof FragmentSpread spread) {
                names.add(spread.getName());
            }
        }
    }
}
