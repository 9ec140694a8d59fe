package io.goaltree.edge.stream;

import io.goaltree.edge.operation.Caller;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.util.Optional;

/** Lets everybody in. */
@DefaultBean
@ApplicationScoped
class EverybodyWelcome implements SocketWelcome {

    @Override
    public Optional<Caller> welcome(Caller caller, JsonObject payload) {
        return Optional.of(caller);
    }
}
