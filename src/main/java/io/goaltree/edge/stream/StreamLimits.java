package io.goaltree.edge.stream;

import java.time.Duration;

/**
 * What sockets and event streams may take.
 *
 * @param connections the most open at once, on one replica
 * @param connectionsPerAddress the most of those from one address
 * @param slowTime how long a reader may leave what is written to it unread
 * @param commentTime how often a comment is sent on an event stream, so that nobody between takes it for dead
 * @param requestTime how long one answer may take to be made
 * @param errors the most errors in one answer
 */
public record StreamLimits(
        int connections,
        int connectionsPerAddress,
        Duration slowTime,
        Duration commentTime,
        Duration requestTime,
        int errors) {
    public StreamLimits {
        if (connections < 1 || connectionsPerAddress < 1 || errors < 1) {
            throw new IllegalArgumentException(
                    "goaltree.socket.connections and connections-per-address must be at least 1");
        }
        Durations.requirePositive("goaltree.socket.slow-time", slowTime);
        Durations.requirePositive("goaltree.socket.comment-time", commentTime);
        Durations.requirePositive("goaltree.limits.request-time", requestTime);
    }
}
