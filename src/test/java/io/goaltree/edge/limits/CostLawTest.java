package io.goaltree.edge.limits;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.WiringFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The law of the cost: where every list is as long as it is taken to be, an operation without abstract types answers exactly its cost in
 * values, and one with them never more. The lists are made here from the arguments as graphql-java coerces them, not as Cost reads
 * them.
 */
class CostLawTest {
    private static final int LIST_SIZE = 3;
    private static final int STANDARD_PAGE = 2;
    private static final GraphQLSchema SCHEMA = executable();
    private static final GraphQL ENGINE = GraphQL.newGraphQL(SCHEMA).build();

    /** An object of an answer; it knows how long the lists directly in it are, when the arguments above it told. */
    private record Thing(Integer listLength) {}

    @Test
    void an_operation_answers_exactly_its_cost_in_values() {
        Random random = new Random(20261122);
        long answered = 0;
        for (int i = 0; i < 500; i++) {
            RandomDocument document = new RandomDocument(SCHEMA, random, false);
            long values = values(document);
            assertThat(cost(document)).as(document.toString()).isEqualTo(values);
            answered += values;
        }
        assertThat(answered).as("the documents are worth the name").isGreaterThan(10_000);
    }

    @Test
    void an_operation_with_abstract_types_never_answers_more() {
        Random random = new Random(20261123);
        int less = 0;
        for (int i = 0; i < 500; i++) {
            RandomDocument document = new RandomDocument(SCHEMA, random, true);
            long values = values(document);
            long cost = cost(document);
            assertThat(cost).as(document.toString()).isGreaterThanOrEqualTo(values);
            less += cost > values ? 1 : 0;
        }
        assertThat(less).as("abstract types were met").isGreaterThan(30);
    }

    private static long cost(RandomDocument document) {
        Allowed allowed = new Allowed();
        allowed.aliases = allowed.directives = allowed.rootFields = 10_000;
        allowed.cost = Long.MAX_VALUE;
        allowed.listSize = LIST_SIZE;
        allowed.standardPage = STANDARD_PAGE;
        return new DocumentReader(SCHEMA, allowed.limits())
                .read(document.text())
                .operation(null)
                .cost(document.variables());
    }

    private static long values(RandomDocument document) {
        ExecutionResult result = ENGINE.execute(ExecutionInput.newExecutionInput(document.text())
                .variables(document.variables())
                .root(new Thing(null))
                .build());
        assertThat(result.getErrors()).as(document.toString()).isEmpty();
        return count(result.getData());
    }

    private static long count(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.size()
                    + map.values().stream().mapToLong(CostLawTest::count).sum();
        }
        return value instanceof Collection<?> list
                ? list.stream().mapToLong(CostLawTest::count).sum()
                : 0;
    }

    private static GraphQLSchema executable() {
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .wiringFactory(new WiringFactory() {
                    @Override
                    public graphql.schema.DataFetcher<?> getDefaultDataFetcher(FieldWiringEnvironment environment) {
                        return CostLawTest::fetch;
                    }
                })
                .type("Node", it -> it.typeResolver(env -> SCHEMA.getObjectType("Team")))
                .type("Anything", it -> it.typeResolver(env -> SCHEMA.getObjectType("Person")))
                .build();
        return new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(Documents.SDL), wiring);
    }

    private static Object fetch(DataFetchingEnvironment environment) {
        GraphQLFieldDefinition field = environment.getFieldDefinition();
        Integer told = told(environment);
        var type = GraphQLTypeUtil.unwrapNonNull(field.getType());
        boolean leaf = GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(type));
        if (!(type instanceof GraphQLList)) {
            return leaf ? leaf(GraphQLTypeUtil.unwrapAll(type).getName()) : new Thing(told);
        }
        Integer around = environment.<Thing>getSource().listLength();
        int length = told != null ? told : around != null ? around : LIST_SIZE;
        if (GraphQLTypeUtil.unwrapNonNull(GraphQLTypeUtil.unwrapOne(type)) instanceof GraphQLList) {
            return Collections.nCopies(length, Collections.nCopies(LIST_SIZE, new Thing(null)));
        }
        return Collections.nCopies(length, leaf ? "1" : new Thing(null));
    }

    private static Object leaf(String type) {
        return type.equals("Int") ? 1 : type.equals("Boolean") ? true : "a";
    }

    private static Integer told(DataFetchingEnvironment environment) {
        GraphQLFieldDefinition field = environment.getFieldDefinition();
        if (field.getArgument("first") != null && !field.getName().equals("broken")) {
            Integer first = environment.getArgument("first");
            Integer last = environment.getArgument("last");
            return first == null && last == null
                    ? STANDARD_PAGE
                    : Math.max(first == null ? 0 : first, last == null ? 0 : last);
        }
        List<Collection<?>> lists = new ArrayList<>();
        for (Object argument : environment.getArguments().values()) {
            Collection<?> values = argument instanceof Map<?, ?> map ? map.values() : Collections.singleton(argument);
            values.stream()
                    .filter(Collection.class::isInstance)
                    .map(Collection.class::cast)
                    .forEach(lists::add);
        }
        int longest = lists.stream().mapToInt(Collection::size).max().orElse(0);
        return longest == 0 ? null : longest;
    }

    static boolean isAbstract(GraphQLFieldDefinition field) {
        return !GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(field.getType()))
                && !(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType);
    }
}
