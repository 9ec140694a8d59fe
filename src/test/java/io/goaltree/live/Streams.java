package io.goaltree.live;

import graphql.ExecutionResult;
import io.goaltree.GraphQl;
import io.goaltree.edge.operation.Asked;
import io.goaltree.edge.operation.Operation;
import io.goaltree.edge.operation.Operations;
import io.goaltree.edge.operation.Stop;
import io.goaltree.edge.operation.Subscriptions;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import org.reactivestreams.Publisher;

/** Opens subscriptions as the transports do, without a transport. */
@ApplicationScoped
public class Streams {
    @Inject
    Operations operations;

    @Inject
    Subscriptions subscriptions;

    Opened open(String query, Object... variables) {
        String body = new JsonObject()
                .put("query", query)
                .put("variables", new JsonObject(GraphQl.input(variables)))
                .encode();
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            Operation operation = operations.read(Asked.read(reader.readObject()));
            return new Opened(operation, subscriptions, subscriptions.open(operation, new Stop()));
        }
    }

    record Opened(Operation operation, Subscriptions subscriptions, ExecutionResult result) {
        Publisher<Object> source() {
            return Subscriptions.source(result);
        }

        ExecutionResult answer(Object event) {
            return subscriptions.answer(operation, event, new Stop());
        }
    }
}
