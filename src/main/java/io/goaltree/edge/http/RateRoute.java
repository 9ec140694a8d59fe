package io.goaltree.edge.http;

import io.goaltree.edge.operation.Rate;
import io.goaltree.edge.operation.Rates;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Counts the requests of each caller at the doors for programs, and turns away what is too much before it is read. */
@ApplicationScoped
public class RateRoute {
    private static final List<String> DOORS = List.of(GraphQlRoute.PATH + "/*", "/ingest/*", "/charts/*", "/export/*");

    private final Rates rates;
    private final HttpLimits limits;

    RateRoute(Rates rates, HttpLimits limits) {
        this.rates = rates;
        this.limits = limits;
    }

    void install(@Observes Router router) {
        DOORS.forEach(door -> router.route(door).order(GraphQlRoute.ORDER - 1).handler(this::count));
    }

    private void count(RoutingContext context) {
        Exchange exchange = new Exchange(context, limits);
        Rate rate = rates.take(exchange.caller());
        rate.headers().forEach(context.response()::putHeader);
        if (rate.admitted()) {
            context.next();
        } else {
            exchange.refuse(Rates.refusal(rate));
        }
    }
}
