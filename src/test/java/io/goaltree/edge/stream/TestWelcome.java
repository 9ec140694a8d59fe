package io.goaltree.edge.stream;

import io.goaltree.edge.operation.Caller;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;

/** Keeps out whoever brings the wrong token, before the real welcome is asked. */
@Decorator
@Priority(1)
public class TestWelcome implements SocketWelcome {
    private final SocketWelcome real;

    @Inject
    TestWelcome(@Any @Delegate SocketWelcome real) {
        this.real = real;
    }

    @Override
    public Optional<Caller> welcome(Caller caller, JsonObject payload) {
        if (payload.containsKey("fail")) {
            throw new IllegalStateException("secret detail");
        }
        return payload.getString("token", "").equals("wrong") ? Optional.empty() : real.welcome(caller, payload);
    }
}
