package io.goaltree.edge;

import static graphql.schema.GraphQLList.list;
import static graphql.schema.GraphQLNonNull.nonNull;

import graphql.Scalars;
import graphql.schema.GraphQLArgument;
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

/** One walk over the schema: swaps scalars, sets descriptions, and types the lists of ids that SmallRye cannot. */
final class SchemaVisitor extends GraphQLTypeVisitorStub {
    private static final Map<String, GraphQLScalarType> SCALARS = Map.of(
            "BigDecimal", io.goaltree.edge.Scalars.DECIMAL,
            "Date", io.goaltree.edge.Scalars.DATE,
            "DateTime", io.goaltree.edge.Scalars.DATE_TIME,
            "Int", Scalars.GraphQLInt,
            "Float", Scalars.GraphQLFloat);
    /** SmallRye reads {@code @Id} on a list as a scalar named List; these arguments are declared as texts instead. */
    private static final Set<String> LISTS_OF_IDS = Set.of("Query.nodes.ids");

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
        return changeNode(context, type.transform(it -> it.description(descriptions.of(type.getName()))));
    }

    @Override
    public TraversalControl visitGraphQLInterfaceType(
            GraphQLInterfaceType type, TraverserContext<GraphQLSchemaElement> context) {
        return changeNode(context, type.transform(it -> it.description(descriptions.of(type.getName()))));
    }

    @Override
    public TraversalControl visitGraphQLUnionType(
            GraphQLUnionType type, TraverserContext<GraphQLSchemaElement> context) {
        return changeNode(context, type.transform(it -> it.description(descriptions.of(type.getName()))));
    }

    @Override
    public TraversalControl visitGraphQLEnumType(GraphQLEnumType type, TraverserContext<GraphQLSchemaElement> context) {
        return changeNode(context, type.transform(it -> it.description(descriptions.of(type.getName()))));
    }

    @Override
    public TraversalControl visitGraphQLInputObjectType(
            GraphQLInputObjectType type, TraverserContext<GraphQLSchemaElement> context) {
        return changeNode(context, type.transform(it -> it.description(descriptions.of(type.getName()))));
    }

    @Override
    public TraversalControl visitGraphQLEnumValueDefinition(
            GraphQLEnumValueDefinition value, TraverserContext<GraphQLSchemaElement> context) {
        return changeNode(context, value.transform(it -> it.description(ofMember(value, context))));
    }

    @Override
    public TraversalControl visitGraphQLFieldDefinition(
            GraphQLFieldDefinition field, TraverserContext<GraphQLSchemaElement> context) {
        return changeNode(context, field.transform(it -> it.description(ofMember(field, context))));
    }

    @Override
    public TraversalControl visitGraphQLInputObjectField(
            GraphQLInputObjectField field, TraverserContext<GraphQLSchemaElement> context) {
        return changeNode(context, field.transform(it -> it.description(ofMember(field, context))));
    }

    @Override
    public TraversalControl visitGraphQLArgument(
            GraphQLArgument argument, TraverserContext<GraphQLSchemaElement> context) {
        if (!(context.getParentNode() instanceof GraphQLFieldDefinition field)) {
            return TraversalControl.CONTINUE;
        }
        String type = name(context.getParentContext().getParentNode());
        String path = type + "." + field.getName() + "." + argument.getName();
        return changeNode(context, argument.transform(it -> {
            it.description(descriptions.ofArgument(type, field.getName(), argument.getName()));
            if (LISTS_OF_IDS.contains(path)) {
                it.type(nonNull(list(nonNull(Scalars.GraphQLID))));
            }
        }));
    }

    private @org.jspecify.annotations.Nullable String ofMember(
            GraphQLNamedSchemaElement member, TraverserContext<GraphQLSchemaElement> context) {
        return descriptions.ofMember(name(context.getParentNode()), member.getName());
    }

    private static String name(GraphQLSchemaElement element) {
        return element instanceof GraphQLNamedSchemaElement named ? named.getName() : "";
    }
}
