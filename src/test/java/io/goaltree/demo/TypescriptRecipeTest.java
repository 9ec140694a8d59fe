package io.goaltree.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.Node;
import io.goaltree.Sql;
import io.goaltree.World;
import io.goaltree.World.Goal;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TypescriptRecipeTest {
    private final Recipe recipe = new Recipe("typescript");
    private final Path copy = Path.of("target", "node", "typescript");

    @TestHTTPResource("/")
    URL service;

    @Inject
    World world;

    @Inject
    Sql sql;

    @Test
    void types_come_from_the_schema_and_the_script_runs_as_its_recipe_says() throws IOException {
        String kpi = world.kpi("cadence", "WEEKLY");
        String cycle = world.startedCycle();
        Goal root = world.objective(cycle, "Releases need no night");
        root.reach(0, 100).value(60);
        Goal child = world.objective(cycle, "Every change can be undone").under(root);
        child.reach(0, 100).value(10);
        String key = sql.strings("select cycle_key from bi_v1.cycles where cycle_id = '" + cycle + "'")
                .get(0);

        Node node = Node.of(recipe.folder());
        Files.copy(
                Path.of("schema", "schema.graphql"),
                copy.resolve("schema.graphql"),
                StandardCopyOption.REPLACE_EXISTING);
        node.run("node_modules/@graphql-codegen/cli/esm/bin.js");
        node.run("node_modules/typescript/bin/tsc");
        String printed = new Shell(copy, Map.of("GOALTREE_HEADER", "X-Stranger: 1"))
                .with("GOALTREE_URL", service.toString().replaceFirst("/$", ""))
                .run("node", "dist/recipe.js", kpi, key)
                .with(0)
                .output();
        assertThat(printed).isEqualTo(recipe.shown("recipe.js"));

        // What the schema does not know does not compile.
        Path script = copy.resolve("recipe.ts");
        Files.writeString(script, Files.readString(script).replace("value: '9'", "worth: '9'"));
        assertThat(new Shell(copy, Map.of())
                        .run("node", "node_modules/typescript/bin/tsc", "--noEmit")
                        .with(2)
                        .output())
                .contains("recipe.ts", "'worth' does not exist in type");
    }
}
