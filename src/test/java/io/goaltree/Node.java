package io.goaltree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Runs the scripts of a directory with the packages that its lock pins, in a copy below {@code target/node}. The packages
 * are installed once for a lock. Where node or npm is missing, or the packages cannot be had, the test is skipped and
 * says so.
 */
public final class Node {
    private static final int OLDEST = 20;
    private static final Duration INSTALL = Duration.ofMinutes(5);
    private static final String NPM = System.getProperty("os.name").startsWith("Windows") ? "npm.cmd" : "npm";
    /** Set once the registry was out of reach, so that a build without network waits for it once. */
    private static final String UNREACHABLE = "io.goaltree.node.unreachable";

    private static final List<String> NETWORK = List.of(
            "ENOTFOUND",
            "EAI_AGAIN",
            "ECONNREFUSED",
            "ECONNRESET",
            "ENETUNREACH",
            "EHOSTUNREACH",
            "TIMEDOUT",
            "TIMEOUT");

    private final Path directory;

    private Node(Path directory) {
        this.directory = directory;
    }

    /** The scripts of {@code src/test/node}. */
    public static Node checks() {
        return of(Path.of("src", "test", "node"));
    }

    /** The scripts of a directory with a package.json and its lock. */
    public static Node of(Path source) {
        skipUnlessPresent("node", OLDEST);
        Node node = new Node(Path.of("target", "node").resolve(source.getFileName()));
        node.copy(source);
        node.install();
        return node;
    }

    /** What a script prints that must succeed. */
    public String run(String script, Object... arguments) {
        try (Program program = start(script, arguments)) {
            return program.endedWith(0);
        }
    }

    /** What a script prints that must end with 1, by which ours say no. */
    public String refused(String script, Object... arguments) {
        try (Program program = start(script, arguments)) {
            return program.endedWith(1);
        }
    }

    /** A script that the caller goes on with. */
    public Program start(String script, Object... arguments) {
        Stream<String> command =
                Stream.concat(Stream.of("node", script), Stream.of(arguments).map(Object::toString));
        try {
            return Program.start(directory, command.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(Path source) {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path relative = source.relativize(file);
                if (!relative.startsWith("node_modules")) {
                    Path copy = directory.resolve(relative.toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void install() {
        Path lock = directory.resolve("package-lock.json");
        Path installed = directory.resolve("node_modules").resolve(".installed");
        List<String> command =
                List.of(NPM, "ci", "--ignore-scripts", "--prefer-offline", "--fetch-retries=1", "--loglevel=error");
        try {
            if (Files.exists(installed) && Files.mismatch(lock, installed) == -1) {
                return;
            }
            skipUnlessPresent(NPM, 0);
            skipWhen(System.getProperty(UNREACHABLE) != null, "npm does not reach its registry");
            try (Program npm = Program.start(directory, command)) {
                int exitCode = npm.endWithin(INSTALL);
                if (exitCode != 0 && NETWORK.stream().anyMatch(npm.output()::contains)) {
                    System.setProperty(UNREACHABLE, "true");
                    skipWhen(true, "npm does not reach its registry");
                }
                assertThat(exitCode).as(npm.output()).isZero();
            }
            Files.copy(lock, installed, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void skipUnlessPresent(String program, int oldest) {
        String version = "";
        try (Program asked = Program.start(Path.of(""), List.of(program, "--version"))) {
            version = asked.endedWith(0).strip();
        } catch (IOException e) {
            skipWhen(true, program + " is not on the PATH");
        }
        // node says v20.1.0, npm 11.1.0, after its warnings.
        String major =
                version.replaceFirst("(?s).*\\n", "").replaceFirst("^v", "").replaceFirst("\\..*", "");
        skipWhen(Integer.parseInt(major) < oldest, program + " " + oldest + " or newer is needed, not " + version);
    }

    private static void skipWhen(boolean isMissing, String what) {
        if (isMissing) {
            // Surefire counts what is skipped and does not say why.
            System.out.println("SKIPPED a check that needs node: " + what);
            Assumptions.abort(what);
        }
    }
}
