package io.goaltree.edge.stream;

import java.time.Duration;

/**
 * What one socket may do.
 *
 * @param origins from where pages may connect
 * @param initTime how long its first message, connection_init, may take to come
 * @param ping how often it is asked whether it is still there
 * @param operations the most operations at once
 * @param messageBytes the largest message, in bytes
 * @param jsonDepth how deep a message may be nested
 */
public record SocketLimits(
        Origins origins, Duration initTime, Duration ping, int operations, int messageBytes, int jsonDepth) {
    public SocketLimits {
        Durations.requirePositive("goaltree.socket.init-time", initTime);
        Durations.requirePositive("goaltree.socket.ping", ping);
        if (operations < 1) {
            throw new IllegalArgumentException(
                    "goaltree.socket.operations is " + operations + "; it must be at least 1");
        }
    }
}
