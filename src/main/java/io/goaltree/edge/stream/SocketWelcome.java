package io.goaltree.edge.stream;

import io.goaltree.edge.operation.Caller;
import jakarta.json.JsonObject;
import java.util.Optional;

/** Decides who may use a socket. A bean of this type replaces the one that lets everybody in. */
public interface SocketWelcome {

    /**
     * Looks at the payload of connection_init, where clients put what they cannot put into headers. May block.
     *
     * @param caller who opened the socket, as far as that is known
     * @return who it is; empty when the socket is to be closed as forbidden
     */
    Optional<Caller> welcome(Caller caller, JsonObject payload);
}
