package io.goaltree.gate;

import io.goaltree.edge.UserError;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The payload of a mutation that was not carried out, of whatever class: nothing but errors. */
final class RefusedPayload {
    private static final String ERRORS = "userErrors";

    private RefusedPayload() {}

    static Object of(Class<?> payload, List<UserError> errors) {
        RecordComponent[] components = payload.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        @Nullable
        Object[] values = Arrays.stream(components)
                .map(it -> it.getName().equals(ERRORS) ? errors : nothing(it.getType()))
                .toArray();
        return made(payload, types, values);
    }

    static Object made(Class<?> payload, Class<?>[] types, @Nullable Object[] values) {
        try {
            return payload.getDeclaredConstructor(types).newInstance(values);
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException("A payload is a public record", e);
        }
    }

    private static @Nullable Object nothing(Class<?> type) {
        if (type == List.class) {
            return List.of();
        }
        if (type == int.class) {
            return 0;
        }
        return type == boolean.class ? (Object) false : null;
    }
}
