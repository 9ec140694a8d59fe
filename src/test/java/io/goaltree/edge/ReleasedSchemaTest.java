package io.goaltree.edge;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLSchema;
import graphql.schema.diff.DiffEvent;
import graphql.schema.diff.SchemaDiff;
import graphql.schema.diff.SchemaDiffSet;
import graphql.schema.diff.reporting.CapturingReporter;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.goaltree.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What callers may rely on stays: by graphql-java always, and by graphql-inspector where node is present. */
class ReleasedSchemaTest {
    private static final Path SCHEMA = Path.of("schema", "schema.graphql").toAbsolutePath();

    @TempDir
    Path directory;

    /** A change that breaks callers, and where that must be found. */
    private record Change(String part, String replacement, String broken) {

        String in(String schema) {
            assertThat(schema).contains(part);
            return schema.replace(part, replacement);
        }

        String named() {
            return "\\b" + broken + "\\b";
        }
    }

    static List<Path> released() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("schema", "released"))) {
            return files.map(Path::toAbsolutePath).sorted().toList();
        }
    }

    static List<Change> changes() {
        return List.of(
                new Change("kpiArchive(", "kpiBury(", "kpiArchive"),
                new Change("StatusCount", "Tally", "StatusCount"),
                new Change("startsOn: Date!", "startsOn: Date", "startsOn"),
                new Change("  WRONG_STATE", "  WRONG_STATE_OF_THINGS", "WRONG_STATE"),
                new Change("expectedVersion: Int!", "expectedVersion: String!", "expectedVersion"),
                new Change("  reason: String\n", "  reason: String!\n", "reason"),
                new Change("input TeamCreateInput {", "input TeamCreateInput { color: Int!", "color"),
                new Change("type Team implements Node", "type Team", "Node"),
                new Change("    last: Int", "    final: Int", "last"));
    }

    @ParameterizedTest
    @MethodSource("released")
    void the_schema_breaks_nothing_that_was_released(Path released) throws IOException {
        assertThat(breakages(Files.readString(released), Files.readString(SCHEMA)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("released")
    void the_inspector_finds_nothing_broken_either(Path released) {
        assertThat(Node.checks().run("inspect.mjs", released, SCHEMA)).isEqualTo("No change breaks callers\n");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_change_that_breaks_callers_is_found(Change change) throws IOException {
        String schema = Files.readString(SCHEMA);
        assertThat(breakages(schema, change.in(schema)))
                .anySatisfy(event -> assertThat(event.getReasonMsg()).containsPattern(change.named()));
    }

    @Test
    void the_inspector_finds_every_one_of_these_changes() throws IOException {
        String schema = Files.readString(SCHEMA);
        for (Change change : changes()) {
            schema = change.in(schema);
        }
        Path changed = directory.resolve("changed.graphql");
        Files.writeString(changed, schema);
        String findings = Node.checks().refused("inspect.mjs", SCHEMA, changed);
        assertThat(changes()).allSatisfy(change -> assertThat(findings).containsPattern(change.named()));
    }

    private static List<DiffEvent> breakages(String before, String after) {
        CapturingReporter reporter = new CapturingReporter();
        new SchemaDiff().diffSchema(SchemaDiffSet.diffSetFromIntrospection(schema(before), schema(after)), reporter);
        return reporter.getBreakages();
    }

    private static GraphQLSchema schema(String text) {
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(text));
    }
}
