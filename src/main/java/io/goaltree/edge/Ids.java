package io.goaltree.edge;

import io.goaltree.shared.Check;
import io.goaltree.shared.Problem;
import io.goaltree.shared.UserErrorCode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Global ids: a type tag, an underscore and the 32 hex digits of the row's UUID. Opaque to callers. */
public final class Ids {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");

    private Ids() {}

    public static String of(Kind kind, UUID uuid) {
        return kind.tag() + "_" + uuid.toString().replace("-", "");
    }

    /** The row an id names, or empty when it is malformed or of another kind. */
    public static Optional<UUID> parse(Kind kind, @Nullable String id) {
        String prefix = kind.tag() + "_";
        if (id == null || !id.startsWith(prefix)) {
            return Optional.empty();
        }
        String hex = id.substring(prefix.length());
        return HEX.matcher(hex).matches() ? Optional.of(uuid(hex)) : Optional.empty();
    }

    /** The row behind an id that this service made itself. */
    public static UUID uuid(Kind kind, String id) {
        return parse(kind, id).orElseThrow(() -> new IllegalArgumentException("Not an id of " + kind + ": " + id));
    }

    /** The kind an id claims to be of, or empty when it claims none. */
    public static Optional<Kind> kind(String id) {
        for (Kind kind : Kind.values()) {
            if (parse(kind, id).isPresent()) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Reads an id out of an input; reports NOT_FOUND when it can name no thing of this kind. */
    public static Optional<UUID> read(Check check, String field, Kind kind, @Nullable String id) {
        Optional<UUID> uuid = parse(kind, id);
        if (uuid.isEmpty()) {
            notFound(check, field, kind, id);
        }
        return uuid;
    }

    /** The one refusal of an id or key that names nothing the caller can see. */
    public static void notFound(Check check, String field, Kind kind, @Nullable String reference) {
        check.refuse(UserErrorCode.NOT_FOUND, nothing(kind, reference), field);
    }

    /** The same for an item of a list, which is its own field. */
    public static void notFound(Check item, Kind kind, @Nullable String reference) {
        item.refuse(UserErrorCode.NOT_FOUND, nothing(kind, reference));
    }

    private static String nothing(Kind kind, @Nullable String reference) {
        String given = Check.shortened(reference == null ? "" : reference);
        String hint = kind(given)
                .filter(other -> other != kind)
                .map(other -> " (that is the id of another type, " + other.typeName() + ")")
                .orElse("");
        return "There is no " + kind.typeName() + " '" + given + "'" + hint;
    }

    /** The same for a read whose argument names nothing that can be followed. */
    public static RequestRefused unknown(Kind kind, String reference) {
        Check check = Check.of();
        notFound(check, "", kind, reference);
        Problem problem = check.problems().get(0);
        return new RequestRefused(problem.code(), problem.message());
    }

    /** The refusal of a well-formed id that names no row. */
    public static List<Problem> absent(Check check, String field, Kind kind, @Nullable String id) {
        notFound(check, field, kind, id);
        return check.problems();
    }

    private static UUID uuid(String hex) {
        return new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16));
    }
}
