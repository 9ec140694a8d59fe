package io.goaltree.app;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The PostgreSQL of all {@code @QuarkusTest} classes: the service's own launcher on a fresh directory, one server for the whole test run,
 * and in it a database whose owner is no superuser.
 * Found by the ServiceLoader, so no test class names it.
 */
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {

    private static final String URL = "io.goaltree.test.url";
    private static final String PASSWORD = "io.goaltree.test.password";
    private static final String USERNAME = "io.goaltree.test.username";
    private static final String OWNER = "goaltree_tests";

    @Override
    public Map<String, String> start() {
        // Quarkus starts the resources again for every test profile, in a new class loader; the server stays.
        if (System.getProperty(URL) == null) {
            if (isGiven()) {
                return Map.of();
            }
            startFresh();
        }
        return Map.of(
                "quarkus.datasource.jdbc.url", System.getProperty(URL),
                "quarkus.datasource.username", OWNER,
                "quarkus.datasource.password", System.getProperty(PASSWORD),
                // In the dev mode's continuous testing these are those of its own server.
                "quarkus.flyway.username", OWNER,
                "quarkus.flyway.password", System.getProperty(PASSWORD));
    }

    @Override
    public void stop() {
        // At the end of the JVM.
    }

    /** The dev mode's own server does not count: its continuous testing must not write into it. */
    private static boolean isGiven() {
        String property = System.getProperty("quarkus.datasource.jdbc.url");
        return System.getenv("QUARKUS_DATASOURCE_JDBC_URL") != null
                || (property != null && !property.equals(System.getProperty(Goaltree.OWN_URL)));
    }

    private static void startFresh() {
        Path target = target();
        Path directory =
                target.resolve("test-database-" + ProcessHandle.current().pid());
        deleteThoseOfEndedRuns(target);
        EmbeddedDatabase database = EmbeddedDatabase.start(directory, target);
        makeOwner(database);
        System.setProperty(URL, database.jdbcUrl().replaceFirst("/postgres$", "/" + OWNER));
        System.setProperty(USERNAME, OWNER);
        System.setProperty(PASSWORD, database.password());
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            database.close();
                            delete(directory);
                        },
                        "test-database-stop"));
    }

    /** No superuser, so that everything that is tested is tested without one; tests make logins and databases. */
    private static void makeOwner(EmbeddedDatabase database) {
        try (Connection superuser =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                Statement statement = superuser.createStatement()) {
            statement.execute(
                    "create role " + OWNER + " login createrole createdb password '" + database.password() + "'");
            statement.execute("create database " + OWNER + " owner " + OWNER);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The build directory; in the dev mode's continuous testing it is the working directory. */
    private static Path target() {
        Path here = Path.of("").toAbsolutePath();
        return here.endsWith("target") ? here : here.resolve("target");
    }

    private static void deleteThoseOfEndedRuns(Path target) {
        try (Stream<Path> entries = Files.list(target)) {
            entries.filter(entry -> entry.getFileName().toString().matches("test-database-\\d+"))
                    .filter(entry -> isEnded(entry.getFileName().toString().substring("test-database-".length())))
                    .forEach(TestDatabase::delete);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isEnded(String pid) {
        Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(pid));
        return process.isEmpty()
                || process.get().pid() == ProcessHandle.current().pid();
    }

    /** An orphaned server whose files are deleted stops by itself within a minute. */
    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
