package io.goaltree.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * What a caller shows to be known: the secret of an Authorization header, or of connection_init on a socket.
 *
 * @param scheme Bearer or Basic
 * @param secret the bearer token, or the password of Basic; its user name says nothing
 */
record Credential(Scheme scheme, String secret) {
    enum Scheme {
        BEARER,
        BASIC
    }

    /** What is shown by the value of an Authorization header; empty when it shows nothing that can be good. */
    static Optional<Credential> read(String header) {
        String[] parts = header.strip().split(" +", 2);
        if (parts.length < 2 || parts[1].isBlank()) {
            return Optional.empty();
        }
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "bearer" -> Optional.of(new Credential(Scheme.BEARER, parts[1].strip()));
            case "basic" -> password(parts[1].strip()).map(password -> new Credential(Scheme.BASIC, password));
            default -> Optional.empty();
        };
    }

    private static Optional<String> password(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether it looks like the secret of a token of ours. */
    boolean isOfToken() {
        return scheme == Scheme.BASIC || secret.startsWith("gt_");
    }

    /** Never by accident in a log. */
    @Override
    public String toString() {
        return scheme + " ***";
    }
}
