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
    private static final long KEPT_BYTES = 16_000_000;

    /** What a node of the syntax tree was seen to take, of the dearest kind. */
    private static final int BYTES_PER_NODE = 125;

    private static final int BYTES_PER_TEXT = 1_000;
    private static final int BYTES_PER_REFUSAL = 1_000;

    private final Grammar grammar;
    private final GraphQLSchema schema;
    private final Types types;
    private final DocumentLimits limits;
    private final Cache<String, Reading> readings;

    /** Either a document, or why there is none; and about how much memory it takes. */
    private record Reading(@Nullable ReadDocument document, List<Refusal> refusals, int bytes) {}

    public DocumentReader(GraphQLSchema schema, DocumentLimits limits) {
        this(schema, limits, KEPT_BYTES);
    }

    DocumentReader(GraphQLSchema schema, DocumentLimits limits, long keptBytes) {
        this.grammar = new Grammar(limits);
        this.schema = schema;
        this.types = new Types(schema);
        this.limits = limits;
        this.readings = Caffeine.newBuilder()
                .maximumWeight(keptBytes)
                .weigher((String text, Reading reading) -> reading.bytes())
                .executor(Runnable::run)
                .recordStats()
                .build();
    }

    /** Bounds every other parser of operations in this process, too. */
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

    /** How many texts are kept. */
    long kept() {
        readings.cleanUp();
        return readings.estimatedSize();
    }

    private Reading readAnew(String text) {
        try {
            Document document = grammar.parse(text);
            Fragments fragments = new Fragments(document);
            int nodes = Structure.check(document, fragments, limits);
            Validation.check(document, schema);
            ReadDocument read = new ReadDocument(text, document, types, fragments, limits);
            return new Reading(read, List.of(), BYTES_PER_TEXT + 2 * text.length() + BYTES_PER_NODE * nodes);
        } catch (DocumentRefused e) {
            int bytes = BYTES_PER_TEXT
                    + 2 * text.length()
                    + BYTES_PER_REFUSAL * e.refusals().size();
            return new Reading(null, e.refusals(), bytes);
        }
    }
}
