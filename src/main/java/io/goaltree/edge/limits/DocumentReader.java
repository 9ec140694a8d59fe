package io.goaltree.edge.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.language.Document;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents: each text is parsed, held against the limits and validated once, and what came of it is kept, be it a refusal. What
 * is kept is bounded by its size in memory, so that no caller can fill the heap with texts that differ in a blank.
 */
public final class DocumentReader {
    private final Grammar grammar;
    private final GraphQLSchema schema;
    private final Types types;
    private final DocumentLimits limits;
    private final Cache<String, Reading> readings;

    /** Either a document, or why there is none. */
    private record Reading(@Nullable ReadDocument document, List<Refusal> refusals) {}

    public DocumentReader(GraphQLSchema schema, DocumentLimits limits) {
        this(schema, limits, 4_000_000);
    }

    DocumentReader(GraphQLSchema schema, DocumentLimits limits, long keptCharacters) {
        this.grammar = new Grammar(limits);
        this.schema = schema;
        this.types = new Types(schema);
        this.limits = limits;
        this.readings = Caffeine.newBuilder()
                .maximumWeight(keptCharacters)
                .weigher((String text, Reading reading) -> text.length() + 500)
                .executor(Runnable::run)
                .recordStats()
                .build();
    }

    /** Bounds every other parser of operations in this process as this one is: SmallRye reads the text a second time. */
    public void limitAllParsers() {
        ParserOptions.setDefaultOperationParserOptions(grammar.options());
    }

    /** @throws DocumentRefused when the text is no document of the schema, or asks for more than allowed */
    public ReadDocument read(String text) {
        grammar.refuseTooLarge(text);
        Reading reading = readings.get(text, this::readAnew);
        ReadDocument document = reading.document();
        if (document == null) {
            throw new DocumentRefused(reading.refusals());
        }
        return document;
    }

    /** How many texts were read anew, not found among those kept. */
    long readAnew() {
        return readings.stats().loadCount();
    }

    private Reading readAnew(String text) {
        try {
            Document document = grammar.parse(text);
            Fragments fragments = new Fragments(document);
            Structure.check(document, fragments, limits);
            Validation.check(document, schema);
            return new Reading(new ReadDocument(text, document, types, fragments, limits), List.of());
        } catch (DocumentRefused e) {
            return new Reading(null, e.refusals());
        }
    }
}
