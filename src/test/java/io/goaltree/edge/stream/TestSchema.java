package io.goaltree.edge.stream;

import static graphql.schema.FieldCoordinates.coordinates;
import static graphql.schema.GraphQLFieldDefinition.newFieldDefinition;
import static graphql.schema.GraphQLNonNull.nonNull;

import graphql.Scalars;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeReference;
import io.goaltree.edge.StreamFetchers;
import io.smallrye.graphql.schema.model.Execute;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.OperationType;
import io.smallrye.graphql.schema.model.Reference;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Adds subscriptions to the schema, fetched by SmallRye's own means, for the tests that ask for it by a setting: a
 * {@code @GraphQLApi} among the tests would be in the schema of every one of them.
 */
@ApplicationScoped
public class TestSchema {
    private static final List<String> STREAMS =
            List.of("ticks", "open", "failing", "overflowing", "refused", "broken", "huge");

    @ConfigProperty(name = "test.streams", defaultValue = "false")
    boolean wanted;

    void add(@Observes @Priority(100_000) GraphQLSchema.Builder builder) {
        if (!wanted) {
            return;
        }
        GraphQLSchema schema = builder.build();
        GraphQLCodeRegistry.Builder code = GraphQLCodeRegistry.newCodeRegistry(schema.getCodeRegistry());
        GraphQLObjectType tick = GraphQLObjectType.newObject()
                .name("Tick")
                .field(field -> field.name("number").type(nonNull(schema.getType("Int"))))
                .field(field -> field.name("text").type(nonNull(Scalars.GraphQLString)))
                .field(field -> field.name("fault").type(nonNull(Scalars.GraphQLString)))
                .field(field -> field.name("nullableFault").type(Scalars.GraphQLString))
                .field(field -> field.name("stuck").type(Scalars.GraphQLString))
                .build();
        DataFetcher<?> fault = environment -> {
            throw new IllegalStateException("secret detail");
        };
        code.dataFetcher(coordinates("Tick", "fault"), fault)
                .dataFetcher(coordinates("Tick", "nullableFault"), fault)
                .dataFetcher(coordinates("Tick", "stuck"), (DataFetcher<?>) environment -> jakarta.enterprise
                        .inject
                        .spi
                        .CDI
                        .current()
                        .select(TestSources.class)
                        .get()
                        .stuck());
        GraphQLObjectType.Builder subscriptions = GraphQLObjectType.newObject(schema.getSubscriptionType());
        STREAMS.forEach(stream -> add(subscriptions, code, stream, nonNull(tick)));
        add(subscriptions, code, "nodes", GraphQLTypeReference.typeRef("Node"));
        builder.subscription(subscriptions.build()).codeRegistry(code.build());
    }

    private static void add(
            GraphQLObjectType.Builder subscriptions,
            GraphQLCodeRegistry.Builder code,
            String stream,
            GraphQLOutputType type) {
        subscriptions.field(newFieldDefinition().name(stream).type(type));
        Reference reference = new Reference();
        reference.setClassName(Tick.class.getName());
        reference.setGraphQLClassName(Tick.class.getName());
        Operation operation = new Operation(
                TestSources.class.getName(),
                stream,
                null,
                stream,
                reference,
                OperationType.SUBSCRIPTION,
                Execute.BLOCKING);
        code.dataFetcher(coordinates("Subscription", stream), (DataFetcher<?>)
                new StreamFetchers().getMultiDataFetcher(operation, null));
    }
}
