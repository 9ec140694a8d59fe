package io.goaltree.edge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** One page of a list, in the list's own order, whichever way it was asked for. */
public record Page<T>(List<T> items, boolean hasPrevious, boolean hasNext) {

    /**
     * Cuts a page out of what a store found.
     *
     * @param found up to {@code size + 1} rows in the direction asked for: the extra one says that there are more
     */
    public static <T> Page<T> cut(PageRequest request, List<T> found) {
        boolean more = found.size() > request.size();
        List<T> items = new ArrayList<>(more ? found.subList(0, request.size()) : found);
        if (request.backward()) {
            Collections.reverse(items);
            return new Page<>(items, more, request.from() != null);
        }
        return new Page<>(items, request.from() != null, more);
    }

    /** The same page of other things, in the same order. */
    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        List<R> changed = new ArrayList<>(items.size());
        items.forEach(item -> changed.add(change.apply(item)));
        return new Page<>(changed, hasPrevious, hasNext);
    }

    /** The page as a Relay connection of any concrete type. */
    public <E, C> C connect(
            Function<? super T, String> cursor, BiFunction<T, String, E> edge, Connecting<T, E, C> connection) {
        List<E> edges = new ArrayList<>(items.size());
        List<String> cursors = new ArrayList<>(items.size());
        for (T item : items) {
            String at = cursor.apply(item);
            cursors.add(at);
            edges.add(edge.apply(item, at));
        }
        PageInfo info = cursors.isEmpty()
                ? new PageInfo(hasNext, hasPrevious, null, null)
                : new PageInfo(hasNext, hasPrevious, cursors.get(0), cursors.get(cursors.size() - 1));
        return connection.of(edges, items, info);
    }

    /** The constructor of a concrete connection. */
    @FunctionalInterface
    public interface Connecting<T, E, C> {
        C of(List<E> edges, List<T> nodes, PageInfo pageInfo);
    }
}
