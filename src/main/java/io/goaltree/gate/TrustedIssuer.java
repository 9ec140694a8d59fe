package io.goaltree.gate;

import io.goaltree.access.Right;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * Whose tokens people may show, and what they say of rights.
 *
 * @param url the issuer as its tokens name it, to the letter; empty where none is trusted
 * @param audience what a token has to be made for
 * @param rightsClaim the claim that names rights, or the way to it
 * @param defaultRights what those may whose token names none
 */
public record TrustedIssuer(String url, String audience, String rightsClaim, Set<Right> defaultRights) {
    public static final TrustedIssuer NONE = new TrustedIssuer("", "", "", Set.of());

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public TrustedIssuer {
        defaultRights = Set.copyOf(defaultRights);
    }

    public static TrustedIssuer of(String url, String audience, String rightsClaim, Set<Right> defaultRights) {
        if (!isSafe(url)) {
            throw new IllegalArgumentException("goaltree.oidc.issuer is '" + url
                    + "'; it must begin with https://, for who can change its keys on the way can be anybody"
                    + " (http:// only with localhost)");
        }
        if (audience.isBlank()) {
            throw new IllegalArgumentException("goaltree.oidc.audience is missing; say what tokens of " + url
                    + " must be made for, or those made for other services would be good here");
        }
        return new TrustedIssuer(url, audience, rightsClaim, defaultRights);
    }

    boolean isThere() {
        return !url.isEmpty();
    }

    private static boolean isSafe(String url) {
        try {
            URI uri = new URI(url);
            String host = uri.getHost();
            return host != null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && LOOPBACK.contains(host));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
