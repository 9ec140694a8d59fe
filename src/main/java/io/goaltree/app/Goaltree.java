package io.goaltree.app;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;

/** The service: starts its own PostgreSQL first, unless it is told to use another one. */
@QuarkusMain
public final class Goaltree {

    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final long LONGEST_QUARKUS_STOP_SECONDS = 60;

    private Goaltree() {}

    public static void main(String... arguments) {
        // After a reload in dev mode the URL is set already, by this method's earlier run in the same JVM.
        if (setting(URL).isEmpty()) {
            try {
                use(EmbeddedDatabase.start(directory()));
            } catch (DatabaseRefused e) {
                System.err.println(e.getMessage());
                System.exit(1);
            }
        }
        Quarkus.run(arguments);
    }

    private static void use(EmbeddedDatabase database) {
        System.setProperty(URL, database.jdbcUrl());
        System.setProperty("quarkus.datasource.username", database.username());
        System.setProperty("quarkus.datasource.password", database.password());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAfterQuarkus(database), "postgres-stop"));
    }

    /** The hooks of a JVM run side by side, but the last requests still need the database. */
    private static void stopAfterQuarkus(EmbeddedDatabase database) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_QUARKUS_STOP_SECONDS);
        try {
            while (ApplicationLifecycleManager.getCurrentApplication() != null && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        database.close();
    }

    private static Path directory() {
        boolean isDev = LaunchMode.current() == LaunchMode.DEVELOPMENT;
        String name = setting("goaltree.data").orElse(isDev ? ".goaltree/dev" : ".goaltree/data");
        return isDev ? projectRoot().resolve(name) : Path.of(name);
    }

    /** The dev mode runs in the build directory, which the next clean build deletes. */
    private static Path projectRoot() {
        Path here = Path.of("").toAbsolutePath();
        for (Path root = here; root != null; root = root.getParent()) {
            if (Files.exists(root.resolve("pom.xml"))) {
                return root;
            }
        }
        return here;
    }

    private static Optional<String> setting(String name) {
        return ConfigProvider.getConfig().getOptionalValue(name, String.class).filter(value -> !value.isBlank());
    }
}
