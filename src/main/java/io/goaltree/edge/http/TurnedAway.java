package io.goaltree.edge.http;

import io.goaltree.edge.Faults;
import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.limits.RequestCode;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers those who do not get as far as a door, in the words of that door. */
@ApplicationScoped
public class TurnedAway {
    private final HttpLimits limits;

    TurnedAway(HttpLimits limits) {
        this.limits = limits;
    }

    public void answer(RoutingContext context, Throwable thrown) {
        Exchange exchange = new Exchange(context, limits);
        if (GraphQlRoute.isBelow(context.normalizedPath())) {
            exchange.refuse(thrown);
        } else if (thrown instanceof DocumentRefused refused) {
            exchange.refusePlainly(refused);
        } else {
            String incident = Faults.incident(context.request().method() + " " + context.normalizedPath(), thrown);
            exchange.refusePlainly(new DocumentRefused(RequestCode.INTERNAL, Faults.message(incident)));
        }
    }
}
