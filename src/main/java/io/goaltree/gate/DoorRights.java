package io.goaltree.gate;

import io.goaltree.access.Right;
import io.goaltree.access.Rule;
import io.goaltree.access.Rules;
import io.goaltree.access.Who;
import io.goaltree.edge.http.PlainRefusals;
import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.limits.RequestCode;
import io.goaltree.edge.operation.Caller;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Lets into the rooms behind doors beside GraphQL only those who may. */
@ApplicationScoped
public class DoorRights {
    /** After the doorkeeper (-105), before any door (-50 and later). */
    private static final int ORDER = -103;

    private final PlainRefusals refusals;

    DoorRights(PlainRefusals refusals) {
        this.refusals = refusals;
    }

    void install(@Observes Router router) {
        Rules.doors()
                .values()
                .forEach(rule ->
                        router.route("/" + rule.name() + "/*").order(ORDER).handler(context -> enter(context, rule)));
    }

    private void enter(RoutingContext context, Rule rule) {
        Who who = Caller.who(context);
        Right right = rule.right();
        if (context.request().method() == HttpMethod.OPTIONS) {
            context.next(); // What may be done here is no secret.
        } else if (who.kind() == Who.Kind.NOBODY) {
            refusals.refuse(
                    context,
                    new DocumentRefused(RequestCode.UNAUTHENTICATED, "Your credentials are missing; show some"));
        } else if (right != null && !who.may(right)) {
            refusals.refuse(
                    context,
                    new DocumentRefused(
                            RequestCode.NOT_ALLOWED, "This needs the right " + right + "; you do not have it"));
        } else {
            context.next();
        }
    }
}
