package io.goaltree.edge.stream;

import io.goaltree.edge.operation.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.util.Optional;

/** Lets in whoever does not bring the wrong token. */
@ApplicationScoped
public class TestWelcome implements SocketWelcome {

    @Override
    public Optional<Caller> welcome(Caller caller, JsonObject payload) {
        if (payload.containsKey("fail")) {
            throw new IllegalStateException("secret detail");
        }
        return payload.getString("token", "").equals("wrong") ? Optional.empty() : Optional.of(caller);
    }
}
