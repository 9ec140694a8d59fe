package io.goaltree.gate;

import io.goaltree.access.Who;
import io.goaltree.edge.operation.Caller;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Stands at every door, before the room behind it hears of a request, and finds out who asks. Callers such as Power BI, Excel
 * and Google Sheets can store only Basic credentials or a key in a header.
 */
@ApplicationScoped
public class Doorkeeper {
    /** Every path behind which there is something to protect. */
    static final List<String> DOORS = List.of("/graphql", "/graphql/*", "/ingest/*", "/export/*", "/charts/*");

    /** After the rate is counted (-110), before any door (-100 and later). */
    private static final int ORDER = -105;

    void install(@Observes Router router) {
        DOORS.forEach(path -> router.route(path).order(ORDER).handler(Doorkeeper::meet));
    }

    private static void meet(RoutingContext context) {
        Caller.isKnown(context, Who.EVERYBODY);
        context.next();
    }
}
