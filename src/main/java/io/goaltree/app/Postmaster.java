package io.goaltree.app;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** PostgreSQL's parent process, known by its {@code postmaster.pid}: whether it is ready, whose it is, and how it is asked to go. */
final class Postmaster {

    private static final Logger LOG = Logger.getLogger(Postmaster.class);
    private static final int STATUS_LINE = 7;
    private static final long POLL_MILLIS = 10;
    private static final Duration FAST = Duration.ofSeconds(30);
    private static final Duration IMMEDIATE = Duration.ofSeconds(10);

    private Postmaster() {}

    /** Whether the server with this pid has finished starting (and recovering) and takes connections. */
    static boolean isReady(Path cluster, long pid) throws IOException {
        List<String> lines = pidFile(cluster);
        return lines.size() > STATUS_LINE
                && lines.get(0).strip().equals(Long.toString(pid))
                && lines.get(STATUS_LINE).startsWith("ready");
    }

    /**
     * Stops a server left behind by a killed JVM. A pid that now belongs to another program (after a reboot, or in a new container) is not
     * touched; its file is removed, because PostgreSQL would take that program for a running server and refuse to start.
     */
    static void stopOrphan(Path cluster) throws IOException, InterruptedException {
        List<String> lines = pidFile(cluster);
        Optional<ProcessHandle> alive = lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(ProcessHandle::isAlive);
        if (alive.isEmpty()) {
            return;
        }
        ProcessHandle process = alive.get();
        Optional<String> program = process.info().command();
        if (program.isPresent() && isServerOf(cluster, program.get(), process.info())) {
            LOG.warnf("Stopping PostgreSQL (pid %d), left behind in %s by a killed process", process.pid(), cluster);
            stop(process);
        } else if (program.isPresent()) {
            Files.delete(cluster.resolve("postmaster.pid"));
        }
    }

    private static boolean isServerOf(Path cluster, String program, ProcessHandle.Info info) {
        // Windows tells the program but not its arguments.
        return String.valueOf(Path.of(program).getFileName()).startsWith("postgres")
                && info.arguments()
                        .map(arguments -> List.of(arguments).contains(cluster.toString()))
                        .orElse(true);
    }

    /** Fast shutdown: open transactions are rolled back, all committed ones are checkpointed; harder only if that hangs. */
    static void stop(ProcessHandle process) throws IOException, InterruptedException {
        signal(process, "INT");
        if (hasEnded(process, FAST)) {
            return;
        }
        LOG.warnf(
                "PostgreSQL (pid %d) did not stop within %d s; it will recover at its next start",
                process.pid(), FAST.toSeconds());
        signal(process, "QUIT");
        if (!hasEnded(process, IMMEDIATE)) {
            process.destroyForcibly();
        }
    }

    /** Asked every few milliseconds: {@code onExit()} of a process that is nobody's child answers up to seconds late. */
    private static boolean hasEnded(ProcessHandle process, Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        return !process.isAlive();
    }

    /** Java itself can only send TERM, on which PostgreSQL waits for its clients, and KILL. */
    private static void signal(ProcessHandle process, String name) throws IOException, InterruptedException {
        String pid = Long.toString(process.pid());
        Optional<String> program = process.info().command();
        List<String> command = List.of("sh", "-c", "kill -s \"$0\" \"$1\"", name, pid);
        if (File.separatorChar == '\\' && program.isPresent()) {
            String control = Path.of(program.get()).resolveSibling("pg_ctl").toString();
            command = List.of(control, "kill", name, pid);
        }
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static List<String> pidFile(Path cluster) throws IOException {
        try {
            return Files.readAllLines(cluster.resolve("postmaster.pid"));
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }
}
