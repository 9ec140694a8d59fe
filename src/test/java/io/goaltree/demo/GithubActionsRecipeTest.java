package io.goaltree.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.Sql;
import io.goaltree.World;
import io.goaltree.demo.FaultyDoor.Fault;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of the workflow, one after the other, in an environment as GitHub gives it. */
@QuarkusTest
class GithubActionsRecipeTest {
    private static final String RUN = " ".repeat(8) + "run: ";
    private static final String BLOCK = " ".repeat(10);

    private final Recipe recipe = new Recipe("github-actions");

    @TempDir
    Path folder;

    @TestHTTPResource("/")
    URL service;

    @Inject
    World world;

    @Inject
    Sql sql;

    @Test
    void the_step_posts_the_minutes_of_the_job_once() throws IOException {
        Shell.needs("bash", "curl", "awk", "date");
        String kpi = world.kpi("unit", "minutes");
        try (FaultyDoor door = new FaultyDoor(service, Fault.ANSWER_LOST)) {
            Shell step = step(kpi, door);
            clock("2026-11-22T09:00:00Z");
            step.run("bash", "-e", "-c", run("Note the start")).with(0);
            String started = Files.readString(folder.resolve("env")).strip();
            assertThat(started).isEqualTo("GOALTREE_STARTED=1795338000");

            clock("2026-11-22T09:12:45Z");
            String printed = step.with("GOALTREE_STARTED", started.replaceFirst(".*=", ""))
                    .run("bash", "-e", "-c", run("Post the minutes it took to Goaltree"))
                    .with(0)
                    .output();
            assertThat(printed).isEqualTo(recipe.shown("build-minutes.yml"));
            assertThat(door.keys()).isEqualTo(Collections.nCopies(2, "acme/site 4711 1 " + kpi));
        }
        assertThat(Files.readString(folder.resolve("summary"))).isEqualTo("12.75 minutes\n");
        assertThat(sql.count("""
                select count(*) from kpi_value v join kpi k on k.id = v.kpi_id where k.key = ? and v.value = 12.75
                    and v.period_start = '2026-11-22' and v.source = 'acme/site' and v.note = 'Run 4711 at 0123456'
                """, kpi)).isEqualTo(1);
    }

    @Test
    void the_step_fails_when_the_value_is_rejected() throws IOException {
        Shell.needs("bash", "curl", "awk", "date");
        clock("2026-11-22T09:12:45Z");
        try (FaultyDoor door = new FaultyDoor(service)) {
            assertThat(step(world.kpi(), door)
                            .with("GOALTREE_STARTED", 1795338000)
                            .run("bash", "-e", "-c", run("Post the minutes it took to Goaltree"))
                            .with(1)
                            .output())
                    .contains("UNIT_MISMATCH")
                    .endsWith("::warning title=Goaltree::The value was rejected\n");
        }
        assertThat(folder.resolve("summary")).doesNotExist();
    }

    private Shell step(String kpi, FaultyDoor door) {
        return new Shell(
                        folder,
                        Map.of(
                                "GITHUB_REPOSITORY", "acme/site",
                                "GITHUB_RUN_ID", "4711",
                                "GITHUB_RUN_ATTEMPT", "1",
                                "GITHUB_SHA", "0123456789abcdef0123456789abcdef01234567"))
                .with("GITHUB_ENV", folder.resolve("env"))
                .with("GITHUB_STEP_SUMMARY", folder.resolve("summary"))
                .with("PATH", folder + File.pathSeparator + System.getenv("PATH"))
                .with("GOALTREE_URL", door.url())
                .with("GOALTREE_HEADER", "X-Stranger: 1")
                .with("GOALTREE_KPI", kpi);
    }

    /** A clock that stands still, before the one of the machine on the PATH. */
    private void clock(String now) throws IOException {
        Path date = folder.resolve("date");
        Files.writeString(date, """
                #!/bin/sh
                [ "$2" = -d ] && exec /bin/date "$@"
                exec /bin/date -u -d %s "$2"
                """.formatted(now));
        assertThat(date.toFile().setExecutable(true)).isTrue();
    }

    /** What a step runs: its one line, or the block below it. */
    private String run(String step) {
        List<String> lines = recipe.text("build-minutes.yml")
                .lines()
                .dropWhile(line -> !line.endsWith("- name: " + step))
                .dropWhile(line -> !line.startsWith(RUN))
                .toList();
        String first = lines.get(0).substring(RUN.length());
        return first.equals("|")
                ? lines.stream()
                        .skip(1)
                        .takeWhile(line -> line.startsWith(BLOCK))
                        .collect(Collectors.joining("\n"))
                : first;
    }
}
