package io.goaltree.edge.http;

import graphql.schema.GraphQLSchema;
import io.goaltree.edge.limits.DocumentLimits;
import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.limits.RequestCode;
import io.smallrye.graphql.execution.SchemaPrinter;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The schema as text at /graphql/schema.graphql, for those who generate types from it. */
@ApplicationScoped
public class SchemaRoute {
    private static final String PATH = GraphQlRoute.PATH + "/schema.graphql";

    private final Instance<GraphQLSchema> schema;
    private final HttpLimits limits;
    private final boolean shown;
    private volatile byte @Nullable [] text;

    SchemaRoute(Instance<GraphQLSchema> schema, HttpLimits limits, DocumentLimits documents) {
        this.schema = schema;
        this.limits = limits;
        this.shown = documents.introspection();
    }

    void install(@Observes Router router) {
        router.route(PATH).order(GraphQlRoute.ORDER).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        Exchange exchange = new Exchange(context, limits);
        if (!shown) {
            exchange.refuse(new DocumentRefused(RequestCode.NOT_FOUND, "The schema is not shown here"));
        } else if (context.request().method() != HttpMethod.GET) {
            exchange.refuse(new DocumentRefused(RequestCode.METHOD_NOT_ALLOWED, "The schema can only be read, by GET"));
        } else {
            exchange.work(stop -> Reply.text(text(), exchange.wishes().gzip()));
        }
    }

    private byte[] text() {
        byte[] printed = text;
        if (printed == null) {
            printed = new SchemaPrinter().print(schema.get()).getBytes(StandardCharsets.UTF_8);
            text = printed;
        }
        return printed;
    }
}
