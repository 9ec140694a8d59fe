package io.goaltree.live;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionResult;
import io.goaltree.GraphQl;
import io.goaltree.World;
import io.goaltree.access.Asking;
import io.goaltree.access.Who;
import io.goaltree.change.ChangeFeed;
import io.goaltree.change.ChangeSubscription;
import io.goaltree.change.Families;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.Publisher;

/** Opens subscriptions as the transports do, without a transport. */
@ApplicationScoped
public class Streams {
    @Inject
    Operations operations;

    @Inject
    Subscriptions subscriptions;

    @Inject
    ChangeFeed feed;

    @Inject
    World world;

    /** Once all that was committed before has been told: what follows is what the test does next. */
    Opened open(String query, Object... variables) {
        awaitSilence();
        String body = new JsonObject()
                .put("query", query)
                .put("variables", new JsonObject(GraphQl.input(variables)))
                .encode();
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            Operation operation = operations.read(Asked.read(reader.readObject()), Who.EVERYBODY);
            return new Opened(
                    operation,
                    subscriptions,
                    Asking.as(Who.EVERYBODY, () -> subscriptions.open(operation, new Stop())));
        }
    }

    private void awaitSilence() {
        CountDownLatch told = new CountDownLatch(1);
        try (ChangeSubscription mark = feed.subscribe(changes -> {
            if (changes.stream().anyMatch(change -> change.family().equals(Families.TEAM))) {
                told.countDown();
            }
        })) {
            world.team();
            assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    record Opened(Operation operation, Subscriptions subscriptions, ExecutionResult result) {
        Publisher<Object> source() {
            return Subscriptions.source(result);
        }

        ExecutionResult answer(Object event) {
            return Asking.as(Who.EVERYBODY, () -> subscriptions.answer(operation, event, new Stop()));
        }
    }
}
