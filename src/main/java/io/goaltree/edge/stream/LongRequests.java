package io.goaltree.edge.stream;

import io.goaltree.access.Who;
import io.goaltree.edge.http.Streamed;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Requests whose body or answer may take its time, on this replica: cut off when the token they came with is good for nothing
 * any more. A login cannot be revoked, and one that runs out on the way was good when the request began.
 */
@ApplicationScoped
public class LongRequests {
    private record Service(Who who, Runnable forbid) {}

    private final Map<HttpServerRequest, Service> underWay = new ConcurrentHashMap<>();

    /**
     * Serves a request that may be cut off while it is served.
     *
     * @param forbid is told before it is cut off; called on any thread
     */
    public void during(HttpServerRequest request, Who who, Runnable forbid, Runnable service) {
        if (who.kind() != Who.Kind.TOKEN) {
            service.run();
            return;
        }
        underWay.put(request, new Service(who, forbid));
        try {
            service.run();
        } finally {
            underWay.remove(request);
        }
    }

    Set<Who> named() {
        return underWay.values().stream().map(Service::who).collect(Collectors.toSet());
    }

    void cut(Set<Who> gone) {
        underWay.forEach((request, service) -> {
            if (gone.contains(service.who())) {
                service.forbid().run();
                cut(request);
            }
        });
    }

    /** Whether or not what was sent is read; of HTTP/2 only this request. */
    private static void cut(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            Streamed.cut(request);
        } else {
            Cut.now(request.connection());
        }
    }
}
