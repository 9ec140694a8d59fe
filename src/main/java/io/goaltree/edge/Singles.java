package io.goaltree.edge;

import io.goaltree.shared.UserErrorCode;
import org.jspecify.annotations.Nullable;

/** Arguments of which exactly one must be given. */
public final class Singles {
    private Singles() {}

    /** The id or the key. @throws RequestRefused when both or neither are there */
    public static String idOrKey(String field, @Nullable String id, @Nullable String key) {
        if (id != null && key == null) {
            return id;
        }
        if (key != null && id == null) {
            return key;
        }
        throw new RequestRefused(
                UserErrorCode.INVALID_VALUE,
                field + " needs exactly one of id and key; it has " + (id == null ? "neither" : "both"));
    }
}
