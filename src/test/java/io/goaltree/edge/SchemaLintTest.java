package io.goaltree.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of graphql-eslint, with the exceptions that {@code lint.mjs} gives reasons for. */
class SchemaLintTest {
    private static final Path SCHEMA = Path.of("schema", "schema.graphql").toAbsolutePath();

    @TempDir
    Path directory;

    @Test
    void the_schema_keeps_every_rule() {
        assertThat(Node.checks().run("lint.mjs", SCHEMA)).isEqualTo("The schema keeps every rule\n");
    }

    @Test
    void a_schema_that_breaks_rules_is_refused_with_each_of_them() throws IOException {
        Path broken = directory.resolve("broken.graphql");
        Changed schema = new Changed(Files.readString(SCHEMA))
                .with("\"The first day of the cycle.\"", "")
                .with("VERSION_CONFLICT", "VersionConflict")
                .with("pageInfo: PageInfo!", "pageInfo: PageInfo")
                .with("  cursor: String!", "  place: String!")
                .with("input: TeamCreateInput!", "team: TeamCreateInput!")
                .with("input: TeamUpdateInput!", "input: PersonUpdateInput!")
                .with("scalar Date\n", "scalar Orphan\n\n\"A day.\"\nscalar Date\n")
                .with("StatusCount", "Tally");
        Files.writeString(broken, schema.text());
        assertThat(Node.checks().refused("lint.mjs", broken))
                .contains("require-description: Description is required for field \"startsOn\" in type \"Cycle\"")
                .contains("naming-convention: Enum value \"VersionConflict\" should be in UPPER_CASE format")
                .contains("relay-connection-types: `pageInfo` field must return a non-null `PageInfo` Object type.")
                .contains("relay-edge-types: Edge type must contain a field `cursor`")
                .contains("input-name: Input \"team\" should be named \"input\" for \"Mutation.teamCreate\"")
                .contains("input-name: Input type `PersonUpdateInput` name should be `teamUpdateInput`.")
                .contains("no-unreachable-types: Scalar type `Orphan` is unreachable.")
                .contains("strict-id-in-types: type \"Tally\" must have exactly one non-nullable unique identifier.");
    }

    @Test
    void a_text_that_is_no_schema_is_refused() throws IOException {
        Path broken = directory.resolve("broken.graphql");
        Files.writeString(broken, "type {");
        assertThat(Node.checks().refused("lint.mjs", broken)).contains("Syntax Error");
    }

    private record Changed(String text) {
        Changed with(String part, String replacement) {
            assertThat(text).contains(part);
            return new Changed(text.replace(part, replacement));
        }
    }
}
