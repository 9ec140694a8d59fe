package io.goaltree.edge.http;

import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.operation.Rate;
import io.goaltree.edge.operation.Rates;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.BiConsumer;

/** Counts the requests of each caller at the doors for programs, and turns away what is too much before it is read. */
@ApplicationScoped
public class RateRoute {
    /** Before the doorkeeper (-105), who has to look into the database. */
    private static final int ORDER = GraphQlRoute.ORDER - 10;

    private final Rates rates;
    private final HttpLimits limits;

    RateRoute(Rates rates, HttpLimits limits) {
        this.rates = rates;
        this.limits = limits;
    }

    /** At every path: looking at credentials costs a statement wherever they are shown. */
    void install(@Observes Router router) {
        router.route().order(ORDER).handler(context -> {
            boolean isGraphQl = GraphQlRoute.isBelow(context.normalizedPath());
            count(context, isGraphQl ? Exchange::refuse : Exchange::refusePlainly);
        });
    }

    private void count(RoutingContext context, BiConsumer<Exchange, DocumentRefused> refusal) {
        Exchange exchange = new Exchange(context, limits);
        Rate rate = rates.take(exchange.caller());
        rate.headers().forEach(context.response()::putHeader);
        if (rate.admitted()) {
            context.next();
        } else {
            refusal.accept(exchange, Rates.refusal(rate));
        }
    }
}
