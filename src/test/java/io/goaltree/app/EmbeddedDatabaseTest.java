package io.goaltree.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    private static final Path BINARIES = Path.of("target");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path parent;

    @Test
    void a_committed_row_outlives_a_stop() throws Exception {
        try (EmbeddedDatabase database = start()) {
            write(database, "kept");
        }
        try (EmbeddedDatabase database = start()) {
            assertThat(query(database, "select name from word")).isEqualTo("kept");
        }
    }

    @Test
    void a_commit_is_on_disk_before_it_is_acknowledged() throws Exception {
        try (EmbeddedDatabase database = start()) {
            assertThat(query(database, "show fsync")).isEqualTo("on");
            assertThat(query(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(query(database, "show full_page_writes")).isEqualTo("on");
            assertThat(query(database, "show data_checksums")).isEqualTo("on");
            assertThat(query(database, "show server_version")).startsWith("18.6");
        }
    }

    @Test
    void nobody_gets_in_without_the_password_or_from_another_machine() throws Exception {
        try (EmbeddedDatabase database = start()) {
            assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), database.username(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(query(database, "select distinct auth_method from pg_hba_file_rules"))
                    .isEqualTo("scram-sha-256");
            assertThat(query(database, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(database, "show unix_socket_directories")).isEmpty();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data().resolve("password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void text_sorts_by_code_point_and_times_are_utc() throws Exception {
        try (EmbeddedDatabase database = start()) {
            assertThat(query(database, "select string_agg(w, '' order by w) from unnest(array['b','a','Z','é']) w"))
                    .isEqualTo("Zabé");
            assertThat(query(database, "select upper('é')")).isEqualTo("É");
            assertThat(query(database, "select now()::text")).endsWith("+00");
        }
    }

    @Test
    void a_second_start_in_the_same_process_is_refused_and_the_first_goes_on() throws Exception {
        try (EmbeddedDatabase database = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(DatabaseRefused.class)
                    .hasMessageContaining(data().toRealPath().toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid() + ":");
            assertThat(query(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void a_second_process_is_refused_with_the_pid_of_the_first() throws Exception {
        Process other = startInAnotherProcess();
        try {
            assertThatThrownBy(this::start)
                    .isInstanceOf(DatabaseRefused.class)
                    .hasMessageContaining(data().toRealPath().toString())
                    .hasMessageContaining("process " + other.pid() + ":")
                    .message()
                    .doesNotContain("\n");
        } finally {
            other.destroy();
            assertThat(other.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
        assertThat(data().resolve("cluster/postmaster.pid")).doesNotExist();
    }

    @Test
    void a_killed_server_is_back_on_its_port_with_every_committed_row() throws Exception {
        try (EmbeddedDatabase database = start()) {
            write(database, "committed");
            String url = database.jdbcUrl();
            long killed = database.pid();
            ProcessHandle.of(killed).orElseThrow().destroyForcibly();
            await(() -> database.pid() != killed && answers(database));
            assertThat(database.jdbcUrl()).isEqualTo(url);
            assertThat(query(database, "select name from word")).isEqualTo("committed");
        }
    }

    @Test
    void the_server_of_a_killed_process_is_stopped_and_every_committed_row_is_there() throws Exception {
        Process other = startInAnotherProcess();
        long orphan = Long.parseLong(Files.readAllLines(data().resolve("cluster/postmaster.pid"))
                .get(0)
                .strip());
        other.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(orphan)).isPresent();
        try (EmbeddedDatabase database = start()) {
            assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(query(database, "select name from word")).isEqualTo("from the other process");
        }
    }

    @Test
    void a_program_that_has_got_the_pid_of_a_dead_server_is_left_alone() throws Exception {
        try (EmbeddedDatabase database = start()) {
            write(database, "kept");
        }
        Process bystander = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(data().resolve("cluster/postmaster.pid"), bystander.pid() + "\n");
            try (EmbeddedDatabase database = start()) {
                assertThat(query(database, "select name from word")).isEqualTo("kept");
            }
            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroyForcibly();
        }
    }

    @Test
    void a_half_made_cluster_is_made_again() throws Exception {
        Files.createDirectories(data().resolve("cluster.unfinished/base"));
        try (EmbeddedDatabase database = start()) {
            assertThat(query(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void root_steps_down_to_the_owner_of_the_directory() throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root") && Files.isExecutable(Path.of("/usr/bin/setpriv")));
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
        int nobody = Account.otherUser().uid();
        Files.createDirectory(data());
        Files.setAttribute(data(), "unix:uid", nobody);
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data())) {
            assertThat(query(database, "select 1")).isEqualTo("1");
            assertThat(Files.getAttribute(data().resolve("cluster/PG_VERSION"), "unix:uid"))
                    .isEqualTo(nobody);
        }
    }

    private Path data() {
        return parent.resolve("data");
    }

    private EmbeddedDatabase start() {
        return EmbeddedDatabase.start(data(), BINARIES);
    }

    private Process startInAnotherProcess() throws Exception {
        Path ready = parent.resolve("ready");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        data().toString(),
                        ready.toString())
                .redirectErrorStream(true)
                .redirectOutput(parent.resolve("other.log").toFile())
                .start();
        await(() -> Files.exists(ready) || !process.isAlive());
        assertThat(process.isAlive())
                .withFailMessage(() -> "The other process ended: " + parent.resolve("other.log"))
                .isTrue();
        return process;
    }

    /** Starts the database, commits a row, and stays until it is ended. */
    static final class OtherProcess {

        private OtherProcess() {}

        public static void main(String... arguments) throws Exception {
            EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]), BINARIES);
            Runtime.getRuntime().addShutdownHook(new Thread(database::close));
            write(database, "from the other process");
            Files.createFile(Path.of(arguments[1]));
            Thread.currentThread().join();
        }
    }

    private static void write(EmbeddedDatabase database, String name) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("create table word (name text not null)");
            statement.execute("insert into word values ('" + name + "')");
        }
    }

    private static String query(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            String value = rows.getString(1);
            assertThat(rows.next()).as("a second row").isFalse();
            return value;
        }
    }

    private static boolean answers(EmbeddedDatabase database) {
        try (Connection connection = connect(database)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new IOException("Not within " + PATIENCE);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }
}
