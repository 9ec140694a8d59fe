package io.goaltree.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Runs programs in a directory, with some more in their environment than this build has. */
record Shell(Path directory, Map<String, String> environment) {
    private static final long LIMIT_SECONDS = 60;

    /** How a program ended. */
    record Ended(int exitCode, String output, String errors) {
        Ended with(int code) {
            assertThat(exitCode).as("%s%n%s", output, errors).isEqualTo(code);
            return this;
        }
    }

    /** The test is skipped, and says so, unless all of these are on the PATH. */
    static void needs(String... programs) {
        for (String program : programs) {
            boolean isThere = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
            if (!isThere) {
                // Surefire counts what is skipped and does not say why.
                System.out.println("SKIPPED a recipe: " + program + " is not on the PATH");
            }
            Assumptions.assumeTrue(isThere, program + " is not on the PATH");
        }
    }

    Shell with(String name, Object value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value.toString());
        return new Shell(directory, more);
    }

    Ended run(Object... command) {
        try {
            return ended(Stream.of(command).map(Object::toString).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Ended ended(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("goaltree-recipe", ".out");
        Path errors = Files.createTempFile("goaltree-recipe", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toAbsolutePath().toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.startsWith("GOALTREE_")
                            || name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            boolean hasEnded = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            assertThat(hasEnded).as("%s ends in time", command).isTrue();
            return new Ended(process.exitValue(), Files.readString(output), Files.readString(errors));
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }
}
