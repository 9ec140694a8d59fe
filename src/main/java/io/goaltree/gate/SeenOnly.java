package io.goaltree.gate;

import io.goaltree.edge.Node;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The payload of a mutation as its caller sees it. What a mutation answers in a list was not named by its caller: a copy that
 * was made long ago may be private by now.
 */
final class SeenOnly {
    private SeenOnly() {}

    /** @param seen which of some ids the caller sees */
    static Object of(Object payload, Function<Collection<String>, Set<String>> seen) {
        RecordComponent[] components = payload.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        @Nullable Object[] values = new Object[components.length];
        boolean isChanged = false;
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            Object value = value(payload, components[i]);
            List<?> kept = value instanceof List<?> list ? kept(list, seen) : null;
            isChanged |= kept != null && kept != value;
            values[i] = kept == null ? value : kept;
        }
        return isChanged ? RefusedPayload.made(payload.getClass(), types, values) : payload;
    }

    private static List<?> kept(List<?> list, Function<Collection<String>, Set<String>> seen) {
        List<String> ids = new ArrayList<>();
        list.forEach(item -> {
            if (item instanceof Node node) {
                ids.add(node.id());
            }
        });
        if (ids.isEmpty()) {
            return list;
        }
        Set<String> known = seen.apply(ids);
        List<?> kept = list.stream()
                .filter(item -> !(item instanceof Node node) || known.contains(node.id()))
                .toList();
        return kept.size() == list.size() ? list : kept;
    }

    private static @Nullable Object value(Object payload, RecordComponent component) {
        try {
            return component.getAccessor().invoke(payload);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A payload is a public record", e);
        }
    }
}
