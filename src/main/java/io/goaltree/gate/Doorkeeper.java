package io.goaltree.gate;

import io.goaltree.access.Who;
import io.goaltree.edge.http.GraphQlRoute;
import io.goaltree.edge.http.TurnedAway;
import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.limits.RequestCode;
import io.goaltree.edge.operation.Caller;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stands at every door, before the room behind it hears of a request, and finds out who asks. Callers such as Power BI, Excel
 * and Google Sheets can store only Basic credentials or a key in a header.
 */
@ApplicationScoped
public class Doorkeeper {
    /** Behind which there is nothing to protect: the page of GraphiQL, and what Quarkus itself says of the service. */
    static final List<String> OPEN = List.of("/graphiql", "/q");

    /** After the rate is counted (-110), before any door (-100 and later). */
    private static final int ORDER = -105;

    private static final List<String> CHALLENGES =
            List.of("Bearer realm=\"goaltree\"", "Basic realm=\"goaltree\", charset=\"UTF-8\"");
    private static final Pattern SECRET_IN_URL = Pattern.compile("(^|.*[&;])(access_token|token)=.*");

    private final Witnesses witnesses;
    private final Guesses guesses;
    private final Openness openness;
    private final TurnedAway turnedAway;

    Doorkeeper(Witnesses witnesses, Guesses guesses, Openness openness, TurnedAway turnedAway) {
        this.witnesses = witnesses;
        this.guesses = guesses;
        this.openness = openness;
        this.turnedAway = turnedAway;
    }

    /** At every path: other spellings of one, such as with matrix parameters, lead past no door. */
    void install(@Observes Router router) {
        router.route().order(ORDER).handler(this::meet);
    }

    private void meet(RoutingContext context) {
        List<String> shown = context.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        if (isOpen(context.normalizedPath())) {
            context.next();
        } else if (hasSecretInUrl(context)) {
            turnedAway.answer(
                    context,
                    new DocumentRefused(
                            RequestCode.BAD_REQUEST,
                            "Secrets do not belong into a URL, which is kept in logs; use the header Authorization"));
        } else if (shown.isEmpty()) {
            anonymous(context);
        } else {
            Optional<Credential> credential = shown.size() == 1 ? Credential.read(shown.get(0)) : Optional.empty();
            credential.ifPresentOrElse(it -> look(context, it), () -> failed(context, null));
        }
    }

    private void anonymous(RoutingContext context) {
        if (openness.onLoopback() && Loopback.asks(context.request())) {
            known(context, Who.EVERYBODY);
        } else if (context.request().method() == HttpMethod.OPTIONS || GraphQlRoute.isSocket(context)) {
            known(context, Who.NOBODY);
        } else {
            refuse(context, "Credentials are missing: a token or a login is needed, in the header Authorization");
        }
    }

    /** On a worker, while the body waits. */
    private void look(RoutingContext context, Credential credential) {
        context.request().pause();
        context.vertx().executeBlocking(() -> witnesses.who(credential), false).onComplete(done -> {
            if (context.response().ended() || context.response().closed()) {
                return;
            }
            if (done.failed()) {
                turnedAway.answer(context, done.cause());
            } else if (done.result().isPresent()) {
                context.request().resume();
                known(context, done.result().get());
            } else {
                failed(context, credential);
            }
        });
    }

    private void known(RoutingContext context, Who who) {
        if (context.request().path().contains(";")) {
            // Some rooms behind would read past it, and so be entered by another door than was looked at.
            turnedAway.answer(
                    context, new DocumentRefused(RequestCode.BAD_REQUEST, "A path with ';' leads nowhere here"));
        } else {
            Caller.isKnown(context, who);
            context.next();
        }
    }

    private void failed(RoutingContext context, @Nullable Credential credential) {
        Duration wait = guesses.failed(Caller.of(context).name(), credential);
        if (wait.isZero()) {
            refuse(context, "The credentials are not valid");
        } else {
            long seconds = wait.plusMillis(999).toSeconds();
            context.response().putHeader("Retry-After", String.valueOf(seconds));
            turnedAway.answer(
                    context,
                    new DocumentRefused(
                            RequestCode.RATE_LIMITED,
                            "Too many failed authentications; try again in " + seconds + " seconds"));
        }
    }

    private void refuse(RoutingContext context, String message) {
        context.response().putHeader("WWW-Authenticate", CHALLENGES);
        turnedAway.answer(context, new DocumentRefused(RequestCode.UNAUTHENTICATED, message));
    }

    private static boolean isOpen(String path) {
        return OPEN.stream().anyMatch(open -> path.equals(open) || path.startsWith(open + "/"));
    }

    private static boolean hasSecretInUrl(RoutingContext context) {
        String query = context.request().query();
        return query != null && SECRET_IN_URL.matcher(query).matches();
    }
}
