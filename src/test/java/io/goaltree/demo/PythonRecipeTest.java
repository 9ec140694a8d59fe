package io.goaltree.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.Sql;
import io.goaltree.TestClock;
import io.goaltree.World;
import io.goaltree.demo.FaultyDoor.Fault;
import io.goaltree.demo.Shell.Ended;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class PythonRecipeTest {
    private static final String DUMP = """
            import sqlite3, sys
            for row in sqlite3.connect(sys.argv[1]).execute(
                    "select period_start, value, note from kpi_values order by period_start"):
                print(*row)
            """;

    private final Path recipe = new Recipe("python").folder();

    @TempDir
    Path folder;

    @TestHTTPResource("/")
    URL service;

    @Inject
    World world;

    @Inject
    Sql sql;

    @Inject
    TestClock clock;

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @BeforeEach
    void needsPython() {
        Shell.needs("python3");
    }

    @Test
    void ingest_says_which_lines_were_rejected_and_a_second_run_changes_nothing() throws IOException {
        String kpi = world.kpi();
        Path file = file("""
                kpi,at,value,note
                %1$s,2026-11-01,12.5,"Twice
                as much"
                %1$s,2026-11-02,many,
                %1$s,2026-11-03,13,
                """.formatted(kpi));
        try (FaultyDoor door = new FaultyDoor(service)) {
            String rejected =
                    file + ", line 4: INVALID_VALUE: Value is 'many'; it must be a decimal number such as 3.20\n";
            assertThat(ingest(door, file).with(1).output())
                    .isEqualTo(rejected + "2 created, 0 updated, 0 unchanged, 1 rejected\n");
            assertThat(ingest(door, file).with(1).output())
                    .isEqualTo(rejected + "0 created, 0 updated, 2 unchanged, 1 rejected\n");
        }
        assertThat(values(kpi)).isEqualTo(2);
        assertThat(revisions(kpi)).isZero();
    }

    @Test
    void ingest_tries_again_under_the_same_key_until_it_is_answered() throws IOException {
        String kpi = world.kpi();
        Path file = file("kpi,at,value\n%1$s,2026-11-01,1\n%1$s,2026-11-02,2\n".formatted(kpi));
        try (FaultyDoor door = new FaultyDoor(service, Fault.CUT, Fault.BUSY, Fault.ANSWER_LOST, Fault.ANSWER_CUT)) {
            // What it is told at last is what the third try did: under its key, the answer is kept.
            assertThat(ingest(door, file).with(0).output())
                    .isEqualTo("2 created, 0 updated, 0 unchanged, 0 rejected\n");
            assertThat(door.keys()).hasSize(5);
            assertThat(Set.copyOf(door.keys())).hasSize(1).doesNotContain("");
        }
        assertThat(values(kpi)).isEqualTo(2);
        assertThat(revisions(kpi)).isZero();
    }

    @Test
    void ingest_gives_up_after_its_tries_and_at_once_where_a_file_is_wrong() throws IOException {
        Path file = file("kpi,at,value\nanything,2026-11-01,1\n");
        try (FaultyDoor door = new FaultyDoor(service, Fault.BUSY, Fault.BUSY, Fault.BUSY, Fault.BUSY, Fault.BUSY)) {
            assertThat(ingest(door, file).with(1).errors()).endsWith("HTTP 503; given up after 5 tries\n");
            assertThat(door.keys()).hasSize(5);
            assertThat(ingest(door, file("kpi;at;value\n")).with(2).output())
                    .endsWith("the header must name kpi, at, value and may name unit, note, source\n");
            assertThat(door.keys()).hasSize(5);
        }
    }

    @Test
    void export_keeps_a_table_equal_by_loading_what_changed() {
        String kpi = world.kpi();
        World.values(kpi, LocalDate.of(2026, 11, 1), 1, 2, 3);
        Path database = folder.resolve("goals.sqlite");
        try (FaultyDoor door = new FaultyDoor(service, Fault.ANSWER_CUT, Fault.BUSY)) {
            assertThat(export(door, database, kpi)).isEqualTo("3 rows written, 0 removed\n");
            assertThat(export(door, database, kpi)).isEqualTo("0 rows written, 0 removed\n");
            clock.advance(Duration.ofMinutes(1));
            World.values(kpi, LocalDate.of(2026, 11, 3), "3.5", 4);
            sql.execute("""
                    delete from kpi_value where period_start = '2026-11-01'
                        and kpi_id = (select id from kpi where key = ?)
                    """, kpi);
            assertThat(export(door, database, kpi)).isEqualTo("2 rows written, 1 removed\n");
            clock.advance(Duration.ofMinutes(1));
            assertThat(export(door, database, kpi)).isEqualTo("0 rows written, 0 removed\n");
        }
        assertThat(new Shell(folder, Map.of())
                        .run("python3", "-c", DUMP, database)
                        .with(0)
                        .output())
                .isEqualTo("2026-11-02 2 None\n2026-11-03 3.5 None\n2026-11-04 4 None\n");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("values.csv"), text);
    }

    private Ended ingest(FaultyDoor door, Path file) {
        return shell(door).run("python3", "ingest.py", file);
    }

    private String export(FaultyDoor door, Path database, String kpi) {
        return shell(door)
                .run("python3", "export.py", database, "kpi-values", "kpis=" + kpi)
                .with(0)
                .output();
    }

    private Shell shell(FaultyDoor door) {
        return new Shell(
                        recipe,
                        Map.of("GOALTREE_TRIES", "5", "GOALTREE_PAUSE", "0.001", "PYTHONDONTWRITEBYTECODE", "1"))
                .with("GOALTREE_URL", door.url())
                .with("GOALTREE_HEADER", "X-Stranger: 1");
    }

    private long values(String kpi) {
        return sql.count("select count(*) from kpi_value where kpi_id = (select id from kpi where key = ?)", kpi);
    }

    private long revisions(String kpi) {
        return sql.count("""
                select count(*) from kpi_value_revision r join kpi_value v on v.id = r.value_id
                where v.kpi_id = (select id from kpi where key = ?)
                """, kpi);
    }
}
