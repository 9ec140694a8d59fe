package io.goaltree.edge.limits;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Schemas and short words for the tests of documents. */
final class Documents {
    static final String SDL = """
            interface Node { id: ID! near: Node }
            union Anything = Person | Team
            type Query {
              hello: String
              me: Person
              node(id: ID!): Node
              anything: Anything
              everything: [Anything!]!
              all: [Person!]!
              top(first: Int = 4): [Person!]!
              byIds(ids: [ID!]): [Person]!
              search(filter: Filter): [Person!]!
              people(first: Int, after: String, last: Int, before: String): PersonConnection!
              grid: [[Cell!]!]!
              broken(first: String): [Person!]!
              echo(text: String, id: ID, int: Int, float: Float, yes: Boolean, colour: Colour): String
            }
            type Mutation { record(input: RecordInput!): RecordPayload! }
            type Subscription { changed: Person! }
            type Person implements Node {
              id: ID!
              near: Node
              name: String!
              tags: [String!]!
              best: Person
              friends: [Person!]!
              team: Team
              posts(first: Int, last: Int): PostConnection!
            }
            type Team implements Node { id: ID! near: Node lead: Person members: [Person!]! }
            type PersonConnection { edges: [PersonEdge!]! nodes: [Person!]! pageInfo: PageInfo! totalCount: Int! }
            type PersonEdge { cursor: String! node: Person! }
            type PostConnection { nodes: [Post!]! pageInfo: PageInfo! }
            type Post implements Node { id: ID! near: Node likes: [Person!]! }
            type PageInfo { hasNextPage: Boolean! }
            type Cell { value: Int }
            type RecordPayload { created: Int! results: [Result!]! last: Result }
            type Result { index: Int! person: Person }
            input RecordInput { values: [Int!] notes: [String!] mode: String inner: Filter }
            input Filter { ids: [ID!] name: String }
            enum Colour { RED GREEN }
            """;

    static final GraphQLSchema SMALL = schema(SDL);

    private Documents() {}

    static GraphQLSchema schema(String sdl) {
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(sdl));
    }

    /** The schema of the service, as it is committed. */
    static GraphQLSchema product() {
        return schema(file(Path.of("schema", "schema.graphql")));
    }

    static String file(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DocumentReader reader(Consumer<Allowed> change) {
        Allowed allowed = new Allowed();
        change.accept(allowed);
        return new DocumentReader(SMALL, allowed.limits());
    }

    static DocumentReader reader() {
        return reader(it -> {});
    }

    static long cost(String text, Map<String, Object> variables) {
        return reader().read(text).operation(null).cost(variables);
    }

    static long cost(String text) {
        return cost(text, Map.of());
    }

    /** The one refusal of a document, or of its cost without variables. */
    static Refusal refusal(DocumentReader reader, String text) {
        return refusal(reader, text, Map.of());
    }

    static Refusal refusal(DocumentReader reader, String text, Map<String, Object> variables) {
        List<Refusal> refusals = refusals(reader, text, variables);
        if (refusals.size() != 1) {
            throw new AssertionError(refusals);
        }
        return refusals.get(0);
    }

    static List<Refusal> refusals(DocumentReader reader, String text) {
        return refusals(reader, text, Map.of());
    }

    static List<Refusal> refusals(DocumentReader reader, String text, Map<String, Object> variables) {
        DocumentRefused refused = catchThrowableOfType(
                DocumentRefused.class, () -> reader.read(text).operation(null).cost(variables));
        if (refused == null) {
            throw new AssertionError("not refused: " + text);
        }
        return refused.refusals();
    }

    /** {@code count} pieces, one after the other, each made from its number. */
    static String times(int count, IntFunction<String> piece) {
        return IntStream.range(0, count).mapToObj(piece).collect(Collectors.joining(" "));
    }
}
