package io.goaltree.edge;

import graphql.GraphQL;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.AsyncSerialExecutionStrategy;
import graphql.execution.SubscriptionExecutionStrategy;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLUnionType;
import graphql.schema.SchemaTransformer;
import graphql.schema.TypeResolver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns the schema SmallRye builds from the Java types into the one we publish: our scalars in place of its own, a
 * description on everything, and our answer to faults. See ADR 0003.
 */
@ApplicationScoped
public class SchemaShape {

    void shape(@Observes GraphQLSchema.Builder builder) {
        GraphQLSchema shaped =
                SchemaTransformer.transformSchema(builder.build(), new SchemaVisitor(Descriptions.load()));
        builder.query(shaped.getQueryType())
                .mutation(shaped.getMutationType())
                .subscription(shaped.getSubscriptionType())
                .codeRegistry(resolvingByName(shaped))
                .clearDirectives()
                .additionalDirectives(new LinkedHashSet<>(shaped.getDirectives()))
                .clearAdditionalTypes()
                .additionalTypes(withoutUnusedScalars(shaped));
    }

    void answerFaults(@Observes GraphQL.Builder builder) {
        Faults faults = new Faults();
        builder.defaultDataFetcherExceptionHandler(faults)
                .queryExecutionStrategy(new AsyncExecutionStrategy(faults))
                .mutationExecutionStrategy(new AsyncSerialExecutionStrategy(faults))
                .subscriptionExecutionStrategy(new SubscriptionExecutionStrategy(faults));
    }

    /** SmallRye adds every scalar it knows; those in use are found through the fields anyway. */
    private static Set<GraphQLType> withoutUnusedScalars(GraphQLSchema schema) {
        return schema.getAdditionalTypes().stream()
                .filter(type -> !(type instanceof GraphQLScalarType))
                .collect(Collectors.toSet());
    }

    /** SmallRye's resolvers answer the types it built; those of the same name in the shaped schema are meant. */
    private static GraphQLCodeRegistry resolvingByName(GraphQLSchema schema) {
        GraphQLCodeRegistry built = schema.getCodeRegistry();
        return built.transform(registry -> schema.getAllTypesAsList().forEach(type -> {
            TypeResolver resolver = null;
            if (type instanceof GraphQLInterfaceType named) {
                resolver = built.getTypeResolver(named);
            } else if (type instanceof GraphQLUnionType named) {
                resolver = built.getTypeResolver(named);
            }
            if (resolver != null) {
                registry.typeResolver(type.getName(), byName(resolver));
            }
        }));
    }

    private static TypeResolver byName(TypeResolver resolver) {
        return environment -> environment
                .getSchema()
                .getObjectType(resolver.getType(environment).getName());
    }
}
