package io.goaltree.edge.http;

import io.goaltree.edge.limits.DocumentRefused;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Turns requests away in the words of the doors beside GraphQL. */
@ApplicationScoped
public class PlainRefusals {
    private final HttpLimits limits;

    PlainRefusals(HttpLimits limits) {
        this.limits = limits;
    }

    public void refuse(RoutingContext context, DocumentRefused refused) {
        new Exchange(context, limits).refusePlainly(refused);
    }
}
