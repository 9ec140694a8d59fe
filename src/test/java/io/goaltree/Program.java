package io.goaltree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that runs beside the test, and what it has printed so far. Closing ends it. */
public final class Program implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final List<String> command;
    private final Path output;
    private final Process process;

    private Program(List<String> command, Path output, Process process) {
        this.command = command;
        this.output = output;
        this.process = process;
    }

    static Program start(Path directory, List<String> command) throws IOException {
        Path output = Files.createTempFile("goaltree-program", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toAbsolutePath().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new Program(command, output, process);
        } catch (IOException e) {
            Files.delete(output);
            throw e;
        }
    }

    /** Waits until it has printed this. */
    public Program awaitOutput(String part) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        boolean isWorthWaiting = true;
        while (!output().contains(part)) {
            assertThat(isWorthWaiting)
                    .as("%s waits for '%s':%n%s", command, part, output())
                    .isTrue();
            // Once more after the end, for what was printed last.
            isWorthWaiting = !end(Duration.ofMillis(10)) && System.nanoTime() < deadline;
        }
        return this;
    }

    /** Waits until it has ended with this code; answers all it has printed. */
    public String endedWith(int exitCode) {
        assertThat(endWithin(LIMIT)).as(output()).isEqualTo(exitCode);
        return output();
    }

    /** Waits until it has ended; answers its exit code. */
    public int endWithin(Duration limit) {
        assertThat(end(limit))
                .as("%s ends within %s:%n%s", command, limit, output())
                .isTrue();
        return process.exitValue();
    }

    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        end(LIMIT);
        try {
            Files.deleteIfExists(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean end(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
