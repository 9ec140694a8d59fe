package io.goaltree.access;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/**
 * Stands at every door beside GraphQL, before the room behind it hears of a request. It lets everybody in: issue 7 decides
 * here. Callers such as Power BI, Excel and Google Sheets can store only Basic credentials or a key in a header.
 */
@ApplicationScoped
public class Doorkeeper {
    /** Who comes in below a path, and what they need. */
    static final Map<String, Right> DOORS = Map.of(
            "/ingest/", Right.WRITE_VALUES,
            "/export/", Right.READ,
            "/charts/", Right.READ);

    /** After the rate is counted (-101), before any door (-50). */
    private static final int ORDER = -60;

    void install(@Observes Router router) {
        DOORS.forEach(
                (path, needed) -> router.route(path + "*").order(ORDER).handler(context -> meet(context, needed)));
    }

    private static void meet(RoutingContext context, Right needed) {
        context.put(Right.class.getName(), needed);
        context.next();
    }
}
