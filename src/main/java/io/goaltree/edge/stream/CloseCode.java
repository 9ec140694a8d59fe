package io.goaltree.edge.stream;

import java.nio.charset.StandardCharsets;

/** Why we close a socket: the codes of graphql-transport-ws, and those of WebSocket itself. */
enum CloseCode {
    GOING_AWAY(1001),
    PROTOCOL_ERROR(1002),
    MESSAGE_TOO_BIG(1009),
    INTERNAL_ERROR(1011),
    TRY_AGAIN_LATER(1013),
    BAD_REQUEST(4400),
    UNAUTHORIZED(4401),
    FORBIDDEN(4403),
    SUBPROTOCOL_NOT_ACCEPTABLE(4406),
    INIT_TIMEOUT(4408),
    SUBSCRIBER_ALREADY_EXISTS(4409),
    TOO_MANY_INIT_REQUESTS(4429);

    /** What fits into a control frame beside the code. */
    private static final int MOST_REASON_BYTES = 123;

    private final int number;

    CloseCode(int number) {
        this.number = number;
    }

    short number() {
        return (short) number;
    }

    static CloseCode of(int number) {
        for (CloseCode code : values()) {
            if (code.number == number) {
                return code;
            }
        }
        return PROTOCOL_ERROR;
    }

    /** As much of the reason as may be sent, cut between characters. */
    static String fitting(String reason) {
        StringBuilder fitting = new StringBuilder();
        int bytes = 0;
        for (int i = 0; i < reason.length(); ) {
            String character = Character.toString(reason.codePointAt(i));
            bytes += character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_REASON_BYTES) {
                break;
            }
            fitting.append(character);
            i += character.length();
        }
        return fitting.toString();
    }
}
