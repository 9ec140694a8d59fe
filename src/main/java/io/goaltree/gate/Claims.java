package io.goaltree.gate;

import io.goaltree.access.Right;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a token says, once it is sure that its issuer said it. */
record Claims(Map<String, Object> values) {
    private static final int LONGEST_SUBJECT = 255;
    private static final int LONGEST_EMAIL = 254;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+");
    private static final Pattern SUBJECT = Pattern.compile("\\P{Cntrl}+");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /** @param token three parts with dots between them, of which the signature was found good */
    static Claims of(String token) {
        byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return new Claims(new JsonObject(new String(payload, StandardCharsets.UTF_8)).getMap());
    }

    /** Who is meant; empty when nobody is, or when it could not be written down. */
    Optional<String> subject() {
        return text("sub")
                .filter(subject -> subject.length() <= LONGEST_SUBJECT
                        && SUBJECT.matcher(subject).matches());
    }

    /** Their address, if the issuer says that it has seen it to be theirs: anybody can claim one. */
    Optional<String> email() {
        return text("email")
                .filter(email ->
                        email.length() <= LONGEST_EMAIL && EMAIL.matcher(email).matches())
                .filter(email -> isConfirmed(values.get("email_verified")));
    }

    /** From when on it is not good any more; empty when it does not say. */
    Optional<Instant> expiry() {
        return instant("exp");
    }

    Optional<Instant> issuedAt() {
        return instant("iat");
    }

    /**
     * The rights that a claim names, in upper or lower case; other words in it are not for us.
     *
     * @param path the name of a claim, or names with / between them, each in what the one before holds
     */
    Set<Right> rights(String path) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        words(at(path))
                .forEach(word -> Arrays.stream(Right.values())
                        .filter(right -> right.name().equals(word.toUpperCase(Locale.ROOT)))
                        .forEach(rights::add));
        return rights;
    }

    private @Nullable Object at(String path) {
        if (values.containsKey(path)) {
            return values.get(path);
        }
        Object place = values;
        for (String name : path.split("/", -1)) {
            place = place instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return place;
    }

    private static Stream<String> words(@Nullable Object value) {
        if (value instanceof Collection<?> list) {
            return list.stream().filter(String.class::isInstance).map(String.class::cast);
        }
        return value instanceof String text ? Arrays.stream(text.split("[\\s,]+")) : Stream.empty();
    }

    private static boolean isConfirmed(@Nullable Object verified) {
        return Boolean.TRUE.equals(verified) || "true".equals(verified);
    }

    private Optional<String> text(String claim) {
        return values.get(claim) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    private Optional<Instant> instant(String claim) {
        return values.get(claim) instanceof Number seconds
                ? Optional.of(
                        Instant.ofEpochSecond(Math.max(0, Math.min(seconds.longValue(), LATEST.getEpochSecond()))))
                : Optional.empty();
    }
}
