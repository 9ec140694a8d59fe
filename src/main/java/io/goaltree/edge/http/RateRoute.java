package io.goaltree.edge.http;

import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.operation.Rate;
import io.goaltree.edge.operation.Rates;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.function.BiConsumer;

/** Counts the requests of each caller at the doors for programs, and turns away what is too much before it is read. */
@ApplicationScoped
public class RateRoute {
    private static final List<String> PLAIN_DOORS = List.of("/ingest/*", "/charts/*", "/export/*");

    /** Before the doorkeeper (-105), who has to look into the database. */
    private static final int ORDER = GraphQlRoute.ORDER - 10;

    private final Rates rates;
    private final HttpLimits limits;

    RateRoute(Rates rates, HttpLimits limits) {
        this.rates = rates;
        this.limits = limits;
    }

    void install(@Observes Router router) {
        install(router, GraphQlRoute.PATH + "/*", Exchange::refuse);
        PLAIN_DOORS.forEach(door -> install(router, door, Exchange::refusePlainly));
    }

    private void install(Router router, String door, BiConsumer<Exchange, DocumentRefused> refusal) {
        router.route(door).order(ORDER).handler(context -> count(context, refusal));
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
