package io.goaltree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
        return in(Path.of("src", "test", "node"), "checks");
    }

    public static Node in(Path source, String name) {
        Path directory = Path.of("target", "node", name).toAbsolutePath();
        skipUnlessPresent("node", OLDEST);
        skipUnlessPresent(NPM, 0);
        copy(source, directory);
        Node node = new Node(directory);
        node.install();
        return node;
    }

    /** What a script prints that must succeed. */
    public String run(String script, Object... arguments) {
        Result result = script(script, arguments);
        assertThat(result.exitCode()).as(result.text()).isZero();
        return result.text();
    }

    /** What a script prints that must end with 1, by which ours say no. */
    public String refused(String script, Object... arguments) {
        Result result = script(script, arguments);
        assertThat(result.exitCode()).as(result.text()).isOne();
        return result.text();
    }

    /** Runs a script and shows what it prints in the output of the build, too. */
    public String runAloud(String script, Object... arguments) {
        Result result = script(script, arguments);
        System.out.print(result.text());
        assertThat(result.exitCode()).as(result.text()).isZero();
        return result.text();
    }

    private Result script(String script, Object... arguments) {
        Stream<String> command =
                Stream.concat(Stream.of("node", script), Stream.of(arguments).map(Object::toString));
        return execute(directory, Duration.ofMinutes(1), command.toList());
    }

    private void install() {
        Path lock = directory.resolve("package-lock.json");
        Path installed = directory.resolve(Path.of("node_modules", ".installed"));
        try {
            if (Files.exists(installed) && Files.mismatch(lock, installed) == -1) {
                return;
            }
            skipWhen(System.getProperty(UNREACHABLE) != null, System.getProperty(UNREACHABLE));
            Result result = execute(
                    directory,
                    INSTALL,
                    List.of(
                            NPM,
                            "ci",
                            "--ignore-scripts",
                            "--prefer-offline",
                            "--fetch-retries=1",
                            "--loglevel=error"));
            if (result.exitCode() != 0 && NETWORK.stream().anyMatch(result.text()::contains)) {
                System.setProperty(UNREACHABLE, "npm cannot reach its registry");
                skipWhen(true, System.getProperty(UNREACHABLE));
            }
            assertThat(result.exitCode()).as(result.text()).isZero();
            Files.copy(lock, installed, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void skipUnlessPresent(String program, int oldest) {
        String found;
        try {
            found = execute(Path.of(""), Duration.ofMinutes(1), List.of(program, "--version"))
                    .text()
                    .strip();
        } catch (UncheckedIOException e) {
            found = "";
        }
        skipWhen(found.isEmpty(), program + " is not on the PATH");
        // node says v20.1.0, npm 11.1.0.
        int major = Integer.parseInt(found.replaceFirst("^v", "").replaceFirst("\\..*", ""));
        skipWhen(major < oldest, program + " is " + found + "; " + oldest + " or newer is needed");
    }

    private static void skipWhen(boolean reason, String message) {
        if (reason) {
            // Surefire shows how many tests were skipped, not why.
            System.out.println("SKIPPED, because " + message + ": a check that needs node");
            Assumptions.abort(message);
        }
    }

    private static void copy(Path source, Path directory) {
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

    private static Result execute(Path directory, Duration limit, List<String> command) {
        try {
            Path output = Files.createTempFile("goaltree-node", ".log");
            try {
                Process process = new ProcessBuilder(command)
                        .directory(directory.toAbsolutePath().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
                if (!ended) {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly().waitFor();
                }
                String text = Files.readString(output);
                assertThat(ended)
                        .as(() -> command + " did not end within " + limit + ":\n" + text)
                        .isTrue();
                return new Result(process.exitValue(), text);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Result(int exitCode, String text) {}
}
