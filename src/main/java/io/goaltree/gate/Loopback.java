package io.goaltree.gate;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody at this machine asks: neither through a proxy, nor by a page from elsewhere that the browser shows, nor by
 * one that has its own name point here (DNS rebinding).
 */
final class Loopback {
    private static final Pattern ADDRESS = Pattern.compile("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[?::1]?");
    private static final Pattern BY_PROXY = Pattern.compile("forwarded|x-forwarded-.*|x-real-ip|via");

    private Loopback() {}

    static boolean asks(HttpServerRequest request) {
        HostAndPort host = request.authority();
        return isAddress(request.remoteAddress().hostAddress())
                && host != null
                && isName(host.host())
                && request.headers().names().stream()
                        .noneMatch(name ->
                                BY_PROXY.matcher(name.toLowerCase(Locale.ROOT)).matches())
                && request.headers().getAll(HttpHeaders.ORIGIN).stream().allMatch(Loopback::isOrigin);
    }

    /** Whether a host, as URLs have it, can be no other machine. */
    static boolean isName(@Nullable String host) {
        if (host == null) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || ADDRESS.matcher(name).matches();
    }

    static boolean isOrigin(String origin) {
        try {
            return isName(URI.create(origin).getHost());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isAddress(@Nullable String address) {
        try {
            return address != null && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
