package io.goaltree.edge.operation;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import io.goaltree.edge.Faults;
import io.smallrye.mutiny.Multi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import mutiny.zero.flow.adapters.AdaptersToReactiveStreams;
import org.dataloader.BatchLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderRegistry;
import org.junit.jupiter.api.Test;

/** Without SmallRye: a schema of graphql-java's own. */
class EventStrategyTest {
    private static final String SDL = """
            type Query { any: Int }
            type Subscription { lists: [Item!]!  none: Int  failing: Int! }
            type Item { name: String!  loaded: String! }
            """;

    private final List<List<String>> loads = new ArrayList<>();

    private final GraphQL graphql = GraphQL.newGraphQL(new SchemaGenerator()
                    .makeExecutableSchema(
                            new SchemaParser().parse(SDL),
                            RuntimeWiring.newRuntimeWiring()
                                    .type(
                                            "Subscription",
                                            type -> type.dataFetcher(
                                                            "lists",
                                                            env -> AdaptersToReactiveStreams.publisher(
                                                                    Multi.createFrom()
                                                                            .empty()))
                                                    .dataFetcher("none", env -> null)
                                                    .dataFetcher("failing", env -> {
                                                        throw new IllegalStateException("secret");
                                                    }))
                                    .type(
                                            "Item",
                                            type -> type.dataFetcher(
                                                    "loaded",
                                                    env -> env.<String, String>getDataLoader("items")
                                                            .load(((Map<?, ?>) env.getSource())
                                                                    .get("name")
                                                                    .toString())))
                                    .build()))
            .subscriptionExecutionStrategy(new EventStrategy(new Faults(), 1_000))
            .build();

    private ExecutionResult run(String query, Map<String, Object> context) {
        BatchLoader<String, String> loader = names -> {
            loads.add(List.copyOf(names));
            return CompletableFuture.completedFuture(
                    names.stream().map(name -> name + "!").toList());
        };
        DataLoaderRegistry loaders = new DataLoaderRegistry();
        loaders.register("items", DataLoaderFactory.newDataLoader(loader));
        return graphql.execute(ExecutionInput.newExecutionInput(query)
                .graphQLContext(context)
                .dataLoaderRegistry(loaders)
                .build());
    }

    @Test
    void without_an_event_the_source_is_opened_and_nothing_of_it_answered() {
        ExecutionResult result = run("subscription { lists { loaded } }", Map.of());
        assertThat(Subscriptions.source(result)).isNotNull();
        assertThat(loads).isEmpty();
    }

    @Test
    void the_fields_of_an_event_load_in_one_batch() {
        ExecutionResult result = run(
                "subscription { found: lists { name loaded } }",
                EventStrategy.context(List.of(Map.of("name", "a"), Map.of("name", "b"), Map.of("name", "c"))));
        assertThat(result.getErrors()).isEmpty();
        assertThat(result.<Object>getData())
                .hasToString("{found=[{name=a, loaded=a!}, {name=b, loaded=b!}, {name=c, loaded=c!}]}");
        assertThat(loads).containsExactly(List.of("a", "b", "c"));
    }

    @Test
    void an_event_that_is_null_where_none_may_be_is_an_answer_without_data() {
        ExecutionResult result = run("subscription { lists { name } }", EventStrategy.context(null));
        assertThat(result.isDataPresent()).isTrue();
        assertThat(result.<Object>getData()).isNull();
        assertThat(result.getErrors()).hasSize(1);
    }

    @Test
    void a_source_that_cannot_be_opened_is_an_answer_without_data_at_all() {
        ExecutionResult result = run("subscription { failing }", Map.of());
        assertThat(result.isDataPresent()).isFalse();
        assertThat(result.getErrors()).hasSize(1);
    }
}
