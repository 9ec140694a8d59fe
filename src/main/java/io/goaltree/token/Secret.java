package io.goaltree.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The secret of a token: gt_ and 160 random bits as 32 characters that need no quoting anywhere and are not taken for one
 * another (the digits and letters of Crockford's Base32, in lower case).
 */
record Secret(String text) {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final Pattern FORM = Pattern.compile("gt_[" + ALPHABET + "]{32}");
    private static final int CHARACTERS = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    Secret {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("This has not the form of a token's secret");
        }
    }

    static Secret fresh() {
        StringBuilder text = new StringBuilder("gt_");
        for (int i = 0; i < CHARACTERS; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new Secret(text.toString());
    }

    /** What somebody shows; empty when no secret of ours looks like that. */
    static Optional<Secret> read(@Nullable String shown) {
        return shown != null && FORM.matcher(shown).matches() ? Optional.of(new Secret(shown)) : Optional.empty();
    }

    /** Its SHA-256: all that is kept. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** Never by accident in a log. */
    @Override
    public String toString() {
        return "gt_***";
    }
}
