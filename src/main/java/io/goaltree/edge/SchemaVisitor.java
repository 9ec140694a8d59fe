package io.goaltree.edge;

import static graphql.schema.GraphQLList.list;
import static graphql.schema.GraphQLNonNull.nonNull;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.GraphQLUnionType;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One walk over the schema: swaps scalars, sets descriptions, shows deprecations, and types the lists of ids that SmallRye cannot. */
final class SchemaVisitor extends GraphQLTypeVisitorStub {
    private static final Map<String, GraphQLScalarType> SCALARS = Map.of(
            "BigDecimal", Scalars.DECIMAL,
            "Date", Scalars.DATE,
            "DateTime", Scalars.DATE_TIME,
            "Int", PlainScalars.INT,
            "Float", PlainScalars.FLOAT,
            "ID", PlainScalars.ID);
    /** SmallRye reads {@code @Id} on a list as a scalar named List; these are declared as texts instead. */
    private static final Set<String> LISTS_OF_IDS = Set.of("Query.nodes.ids", "ObjectiveCarryOverInput.objectives");

    private final Descriptions descriptions;

    SchemaVisitor(Descriptions descriptions) {
        this.descriptions = descriptions;
    }

    @Override
    public TraversalControl visitGraphQLScalarType(
            GraphQLScalarType scalar, TraverserContext<GraphQLSchemaElement> context) {
        GraphQLScalarType own = SCALARS.getOrDefault(scalar.getName(), scalar);
        String text = descriptions.of(own.getName());
        return changeNode(context, text == null ? own : own.transform(it -> it.description(text)));
    }

    @Override
    public TraversalControl visitGraphQLObjectType(
            GraphQLObjectType type, TraverserContext<GraphQLSchemaElement> context) {
        return changeNode(context, type.transform(it -> it.description(ofType(type))));
    }

    @Override
    public TraversalControl visitGraphQLInterfaceType(
            GraphQLInterfaceType type, TraverserContext<GraphQLSchemaElement> context) {
        return changeNode(context, type.transform(it -> it.description(ofType(type))));
    }

    @Override
    public TraversalControl visitGraphQLUnionType(
            GraphQLUnionType type, TraverserContext<GraphQLSchemaElement> context) {
        return changeNode(context, type.transform(it -> it.description(ofType(type))));
    }

    @Override
    public TraversalControl visitGraphQLEnumType(GraphQLEnumType type, TraverserContext<GraphQLSchemaElement> context) {
        return changeNode(context, type.transform(it -> it.description(ofType(type))));
    }

    @Override
    public TraversalControl visitGraphQLInputObjectType(
            GraphQLInputObjectType type, TraverserContext<GraphQLSchemaElement> context) {
        return changeNode(context, type.transform(it -> it.description(ofType(type))));
    }

    @Override
    public TraversalControl visitGraphQLEnumValueDefinition(
            GraphQLEnumValueDefinition value, TraverserContext<GraphQLSchemaElement> context) {
        return changeNode(
                context,
                value.transform(it -> it.description(ofMember(value, context))
                        .deprecationReason(deprecation(value, value.getDeprecationReason()))));
    }

    @Override
    public TraversalControl visitGraphQLFieldDefinition(
            GraphQLFieldDefinition field, TraverserContext<GraphQLSchemaElement> context) {
        return changeNode(
                context,
                field.transform(it -> it.description(ofMember(field, context))
                        .deprecate(deprecation(field, field.getDeprecationReason()))));
    }

    @Override
    public TraversalControl visitGraphQLInputObjectField(
            GraphQLInputObjectField field, TraverserContext<GraphQLSchemaElement> context) {
        String path = name(context.getParentNode()) + "." + field.getName();
        return changeNode(context, field.transform(it -> {
            it.description(ofMember(field, context)).deprecate(deprecation(field, field.getDeprecationReason()));
            if (LISTS_OF_IDS.contains(path)) {
                it.type(nonNull(list(nonNull(PlainScalars.ID))));
            }
        }));
    }

    @Override
    public TraversalControl visitGraphQLArgument(
            GraphQLArgument argument, TraverserContext<GraphQLSchemaElement> context) {
        String type = name(context.getParentContext().getParentNode());
        if (!(context.getParentNode() instanceof GraphQLFieldDefinition field) || type.startsWith("__")) {
            return TraversalControl.CONTINUE;
        }
        String path = type + "." + field.getName() + "." + argument.getName();
        return changeNode(context, argument.transform(it -> {
            it.description(descriptions.ofArgument(type, field.getName(), argument.getName()))
                    .deprecate(deprecation(argument, argument.getDeprecationReason()));
            if (LISTS_OF_IDS.contains(path)) {
                it.type(nonNull(list(nonNull(PlainScalars.ID))));
            }
        }));
    }

    private static @Nullable String deprecation(GraphQLDirectiveContainer named, @Nullable String known) {
        return known == null ? Deprecations.reason(named) : known;
    }

    private @Nullable String ofType(GraphQLNamedSchemaElement type) {
        return type.getName().startsWith("__") ? type.getDescription() : descriptions.of(type.getName());
    }

    private @Nullable String ofMember(
            GraphQLNamedSchemaElement member, TraverserContext<GraphQLSchemaElement> context) {
        String type = name(context.getParentNode());
        return type.startsWith("__") ? member.getDescription() : descriptions.ofMember(type, member.getName());
    }

    private static String name(GraphQLSchemaElement element) {
        return element instanceof GraphQLNamedSchemaElement named ? named.getName() : "";
    }
}
