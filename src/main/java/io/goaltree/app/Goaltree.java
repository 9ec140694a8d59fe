package io.goaltree.app;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;

/** The service: starts its own PostgreSQL first, unless it is told to use another one. */
@QuarkusMain
public final class Goaltree {

    /** The URL of the server this process has started, for those who must tell it from a given one. */
    static final String OWN_URL = "io.goaltree.own.url";

    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final long LONGEST_QUARKUS_STOP_SECONDS = 60;

    Goaltree() {}

    public static void main(String... arguments) {
        Optional<Path> project = developedProject();
        // Quarkus sets it a moment later; settings of the dev profile are to count here too.
        project.ifPresent(any -> LaunchMode.set(LaunchMode.DEVELOPMENT));
        // After a reload in dev mode the URL is set already, by this method's earlier run in the same JVM.
        if (setting(URL).isEmpty()) {
            try {
                use(EmbeddedDatabase.start(directory(project)));
            } catch (DatabaseRefused e) {
                System.err.println(e.getMessage());
                System.exit(1);
            }
        }
        Quarkus.run(arguments);
    }

    private static void use(EmbeddedDatabase database) {
        ServiceRole service = ServiceRole.madeIn(database);
        System.setProperty(OWN_URL, database.jdbcUrl());
        System.setProperty(URL, database.jdbcUrl());
        System.setProperty("quarkus.datasource.username", service.name());
        System.setProperty("quarkus.datasource.password", service.password());
        System.setProperty("quarkus.flyway.username", database.username());
        System.setProperty("quarkus.flyway.password", database.password());
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

    private static Path directory(Optional<Path> project) {
        String name = setting("goaltree.data").orElse(project.isPresent() ? ".goaltree/dev" : ".goaltree/data");
        return project.orElse(Path.of("")).resolve(name);
    }

    /** The project whose classes run unpackaged: the dev mode, which may run in any directory, and in which Quarkus names the mode too late. */
    private static Optional<Path> developedProject() {
        try {
            Path classes = Path.of(Goaltree.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            for (Path root = classes; root != null && Files.isDirectory(classes); root = root.getParent()) {
                if (Files.exists(root.resolve("pom.xml"))) {
                    return Optional.of(root);
                }
            }
            return Optional.empty();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> setting(String name) {
        return ConfigProvider.getConfig().getOptionalValue(name, String.class).filter(value -> !value.isBlank());
    }
}
