package io.goaltree.gate;

import io.goaltree.access.Need;
import io.goaltree.access.Place;
import io.goaltree.access.Subject;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds in an input, whatever its class, what its places name. */
final class InputReading {
    /** @param reference null where a team could be named and is not, or no longer shall be */
    record Given(
            List<String> path,
            @Nullable Integer index,
            @Nullable String reference) {}

    private final Object input;

    InputReading(Object input) {
        this.input = input;
    }

    List<Given> at(Place place) {
        List<Given> found = new ArrayList<>();
        collect(input, List.of(place.path().split("\\.")), new Given(List.of("input"), null, null), found);
        boolean isOwnership = place.subject() == Subject.TEAM && place.need() == Need.WITHIN;
        if (!isOwnership) {
            found.removeIf(given -> given.reference() == null);
        }
        return found;
    }

    /** Whether the alignment that the input asks for moves a number; one without a weight does. */
    boolean isCounted() {
        return !(value(input, "weight") instanceof BigDecimal weight) || weight.signum() != 0;
    }

    private static void collect(Object from, List<String> steps, Given so, List<Given> found) {
        String step = steps.get(0);
        List<String> rest = steps.subList(1, steps.size());
        Object value = value(from, step);
        if (value == null) {
            return;
        }
        Given there = new Given(longer(so.path(), step), so.index(), null);
        Object held = value instanceof Optional<?> some ? some.orElse(null) : value == NOTHING ? null : value;
        if (rest.isEmpty()) {
            found.add(new Given(there.path(), there.index(), (String) held));
        } else if (!rest.get(0).equals("*") && !rest.get(0).equals("#")) {
            if (held != null) {
                collect(held, rest, there, found);
            }
        } else {
            items(held instanceof List<?> items ? items : List.of(), rest, there, found);
        }
    }

    /** A list without an item names nothing. */
    private static void items(List<?> items, List<String> steps, Given list, List<Given> found) {
        boolean isIndexed = steps.get(0).equals("#");
        List<String> rest = steps.subList(1, steps.size());
        if (items.isEmpty() && rest.isEmpty()) {
            found.add(list);
        }
        for (int i = 0; i < items.size(); i++) {
            Given item = new Given(longer(list.path(), String.valueOf(i)), isIndexed ? (Integer) i : null, null);
            if (rest.isEmpty()) {
                found.add(new Given(item.path(), item.index(), (String) items.get(i)));
            } else {
                collect(items.get(i), rest, item, found);
            }
        }
    }

    private static final Object NOTHING = new Object();

    /** What a field of an input holds: null when it was absent and absence leaves things as they are. */
    private static @Nullable Object value(Object from, String name) {
        try {
            Field field = field(from.getClass(), name);
            if (field != null) {
                Object value = field.get(from);
                return value == null && field.getType() != Optional.class ? NOTHING : value;
            }
            String capitalized = Character.toUpperCase(name.charAt(0)) + name.substring(1);
            boolean isGiven = (boolean)
                    from.getClass().getMethod("are" + capitalized + "Given").invoke(from);
            Object value = from.getClass().getMethod("get" + capitalized).invoke(from);
            return !isGiven ? null : value == null ? NOTHING : value;
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(from.getClass().getSimpleName() + " has no " + name, e);
        }
    }

    private static @Nullable Field field(Class<?> type, String name) {
        for (Field field : type.getFields()) {
            if (field.getName().equals(name)) {
                return field;
            }
        }
        return null;
    }

    private static List<String> longer(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
