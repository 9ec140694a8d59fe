package io.goaltree.edge.stream;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From where pages may open a socket. A browser sends cookies with it, asks nobody's leave, and tells the truth in one
 * header only: Origin.
 */
public final class Origins {
    private static final String ANY = "*";

    private final Set<String> allowed = new HashSet<>();

    /** @param allowed origins such as {@code https://app.example.com}, or {@code *}; none for the service's own only */
    public Origins(List<String> allowed) {
        for (String origin : allowed) {
            String given = origin.strip();
            String read = given.equals(ANY) ? ANY : normal(given);
            if (read == null) {
                throw new IllegalArgumentException("goaltree.socket.origins: '" + origin
                        + "' is no origin; write https://app.example.com, with the port if it is unusual, or *");
            }
            this.allowed.add(read);
        }
    }

    /**
     * Whether a socket may be opened.
     *
     * @param origin the Origin header; null when there is none, so that it is no page that asks
     * @param host what the caller takes for the service's name: its Host header
     */
    boolean admit(@Nullable String origin, @Nullable String host) {
        if (origin == null || allowed.contains(ANY)) {
            return true;
        }
        String read = normal(origin);
        if (read == null) {
            return false;
        }
        if (!allowed.isEmpty()) {
            return allowed.contains(read);
        }
        // A proxy may have ended TLS before us, so the scheme is the one that the page claims.
        String scheme = read.substring(0, read.indexOf(':'));
        return host != null && read.equals(normal(scheme + "://" + host));
    }

    /** Scheme, host and port in lower case, the usual port left out; null for what is no origin of a web page. */
    private static @Nullable String normal(String origin) {
        URI uri;
        try {
            uri = URI.create(origin.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return null;
        }
        String scheme = uri.getScheme();
        boolean bare = uri.getRawPath() == null || uri.getRawPath().isEmpty();
        if (scheme == null
                || uri.getHost() == null
                || uri.getRawUserInfo() != null
                || !bare
                || uri.getRawQuery() != null) {
            return null;
        }
        int usual = scheme.equals("https") ? 443 : 80;
        int port = uri.getPort();
        return scheme + "://" + uri.getHost() + (port < 0 || port == usual ? "" : ":" + port);
    }

    @Override
    public String toString() {
        return allowed.isEmpty() ? "own origin only" : allowed.toString();
    }
}
