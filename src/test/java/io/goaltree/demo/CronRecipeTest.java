package io.goaltree.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.Sql;
import io.goaltree.World;
import io.goaltree.demo.FaultyDoor.Fault;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class CronRecipeTest {
    private final Recipe recipe = new Recipe("cron");

    @TempDir
    Path folder;

    @TestHTTPResource("/")
    URL service;

    @Inject
    World world;

    @Inject
    Sql sql;

    @BeforeEach
    void needsItsPrograms() {
        Shell.needs("bash", "curl", "flock", "sha256sum");
    }

    @Test
    void a_file_is_posted_through_a_fault_without_a_word_and_the_second_run_undoes_no_correction() throws IOException {
        String kpi = world.kpi();
        Path file = file("kpi,at,value\n%1$s,2026-11-01,1\n%1$s,2026-11-02,2\n".formatted(kpi));
        try (FaultyDoor door = new FaultyDoor(service, Fault.ANSWER_LOST)) {
            assertThat(post(door).run(script(), file)).isEqualTo(new Shell.Ended(0, "", ""));
            World.values(kpi, LocalDate.of(2026, 11, 2), "2.5");
            assertThat(post(door).run(script(), file)).isEqualTo(new Shell.Ended(0, "", ""));
            assertThat(door.keys()).hasSize(3);
            assertThat(Set.copyOf(door.keys())).singleElement().asString().matches("[0-9a-f]{64}");
        }
        assertThat(sum(kpi)).isEqualTo(35);
    }

    @Test
    void what_is_rejected_is_printed_for_the_mail() throws IOException {
        String kpi = world.kpi();
        Path file = file("kpi,at,value\n%1$s,2026-11-01,1\n%1$s,2026-11-02,many\n".formatted(kpi));
        try (FaultyDoor door = new FaultyDoor(service)) {
            String printed = post(door).run(script(), file).with(1).output();
            assertThat(printed.replace(file.toString(), "values.csv")).isEqualTo(recipe.shown("post-values.sh"));
        }
        assertThat(sum(kpi)).isEqualTo(10);
    }

    @Test
    void what_is_refused_is_printed_for_the_mail() throws IOException {
        Path file = file("kpi;at;value\n");
        try (FaultyDoor door = new FaultyDoor(service)) {
            assertThat(post(door).run(script(), file).with(2).output())
                    .startsWith(file + " was not posted: HTTP 400\n")
                    .contains("There is no column 'kpi;at;value'");
        }
    }

    @Test
    void a_run_that_meets_another_one_leaves_it_alone() throws IOException {
        Path file = file("kpi,at,value\n");
        try (FaultyDoor door = new FaultyDoor(service)) {
            assertThat(post(door).run("flock", folder.resolve("lock"), script(), file))
                    .isEqualTo(new Shell.Ended(0, "", ""));
            assertThat(door.keys()).isEmpty();
        }
    }

    @Test
    void the_line_for_cron_runs_the_script_that_is_there() {
        String line = recipe.text("goaltree.crontab")
                .lines()
                .reduce((first, last) -> last)
                .orElseThrow();
        assertThat(line)
                .matches("(\\S+\\s+){5}.*/post-values\\.sh \"\\$HOME/metrics/values\\.csv\"")
                .doesNotContain("%");
    }

    private Path script() {
        return recipe.file("post-values.sh").toAbsolutePath();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("values.csv"), text);
    }

    private Shell post(FaultyDoor door) {
        return new Shell(folder, Map.of())
                .with("GOALTREE_URL", door.url())
                .with("GOALTREE_HEADER", "X-Stranger: 1")
                .with("GOALTREE_LOCK", folder.resolve("lock"));
    }

    /** Ten times the sum of a KPI's values. */
    private long sum(String kpi) {
        return sql.count(
                "select (10 * sum(value))::bigint from kpi_value where kpi_id = (select id from kpi where key = ?)",
                kpi);
    }
}
