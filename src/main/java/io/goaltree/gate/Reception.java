package io.goaltree.gate;

import io.goaltree.access.Who;
import io.goaltree.edge.operation.Caller;
import io.goaltree.edge.stream.SocketWelcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who has opened a socket. Browsers cannot give it headers, so that connection_init may bring what would be in the
 * Authorization header; what it brings has to be good, whoever was known before.
 */
@ApplicationScoped
class Reception implements SocketWelcome {
    private static final String AUTHORIZATION = "authorization";

    private final Witnesses witnesses;
    private final Guesses guesses;

    Reception(Witnesses witnesses, Guesses guesses) {
        this.witnesses = witnesses;
        this.guesses = guesses;
    }

    @Override
    public Optional<Caller> welcome(Caller caller, JsonObject payload) {
        JsonValue shown = authorization(payload);
        if (shown == null) {
            return caller.who().kind() == Who.Kind.NOBODY ? Optional.empty() : Optional.of(caller);
        }
        Optional<Credential> credential =
                shown instanceof JsonString text ? Credential.read(text.getString()) : Optional.empty();
        Optional<Who> who = credential.flatMap(witnesses::who);
        if (who.isEmpty()) {
            guesses.failed(caller.name(), credential.orElse(null));
        }
        return who.map(known -> new Caller(caller.name(), known));
    }

    private static @Nullable JsonValue authorization(JsonObject payload) {
        return payload.entrySet().stream()
                .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).equals(AUTHORIZATION))
                .map(entry -> entry.getValue())
                .findFirst()
                .orElse(null);
    }
}
