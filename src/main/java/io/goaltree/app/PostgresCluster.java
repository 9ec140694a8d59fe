package io.goaltree.app;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One data directory of Goaltree's own PostgreSQL: {@code cluster} (PostgreSQL's files), {@code password}, {@code postgres.log}. Knows how to
 * make it and with which settings a server is started on it; {@link EmbeddedDatabase} keeps that server running.
 */
record PostgresCluster(Path directory, Path binaries, Account account) {

    static final String USER = "goaltree";

    private static final long LOG_ROTATED_AT_BYTES = 10L << 20;

    Path files() {
        return directory.resolve("cluster");
    }

    String password() throws IOException {
        return Files.readString(directory.resolve("password")).strip();
    }

    /** Makes the cluster if there is none. Half-made ones do not count: it gets its name when it is complete. */
    void prepare() throws IOException, InterruptedException {
        Path password = directory.resolve("password");
        if (!Files.exists(password)) {
            writePassword(password);
        }
        account.own(directory);
        if (!Files.exists(files())) {
            Path unfinished = directory.resolve("cluster.unfinished");
            delete(unfinished);
            initialise(unfinished, password);
            Files.move(unfinished, files(), StandardCopyOption.ATOMIC_MOVE);
            syncDirectory();
        }
        Postmaster.stopOrphan(files());
    }

    private static void writePassword(Path password) throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Path unfinished = Files.createTempFile(password.getParent(), "password", null); // mode 600
        Files.writeString(unfinished, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        Files.move(unfinished, password, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The built-in C.UTF-8: sorts alike on every machine, so the directory may move between them without corrupting an index. */
    private void initialise(Path cluster, Path password) throws IOException, InterruptedException {
        List<String> command = List.of(
                program("initdb"),
                "--pgdata=" + cluster,
                "--username=" + USER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        if (start(command).waitFor() != 0) {
            throw failed("initdb failed");
        }
    }

    /** Starts a server; it is not ready yet. */
    Process launch(int port) throws IOException {
        List<String> command = new ArrayList<>();
        // A session of its own: Ctrl-C in the terminal is for Goaltree, which stops the server after its last request.
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        } else if (Files.isExecutable(Path.of("/usr/bin/perl"))) {
            command.addAll(List.of("/usr/bin/perl", "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV"));
        }
        command.addAll(List.of(program("postgres"), "-D", files().toString()));
        List<String> settings = List.of(
                "port=" + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=", // their paths are limited to about 100 characters
                "max_connections=100",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "timezone=UTC",
                "log_timezone=UTC",
                "log_checkpoints=off");
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        return start(command);
    }

    private Process start(List<String> command) throws IOException {
        Path log = directory.resolve("postgres.log");
        if (Files.exists(log) && Files.size(log) > LOG_ROTATED_AT_BYTES) {
            Files.move(log, directory.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        ProcessBuilder builder = new ProcessBuilder(account.command(command))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    /** A failure with the last thing PostgreSQL said. */
    DatabaseRefused failed(String what) throws IOException {
        Path log = directory.resolve("postgres.log");
        String said = "";
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            said = lines.filter(line -> line.contains("FATAL") || line.contains("rror:") || line.contains("PANIC"))
                    .reduce("", (before, line) -> line);
        }
        return new DatabaseRefused(what + (said.isEmpty() ? "" : ": " + said) + " (see " + log + ")");
    }

    private String program(String name) {
        return binaries.resolve("bin").resolve(name).toString();
    }

    private void syncDirectory() throws IOException {
        if (File.separatorChar == '/') {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> files = Files.walk(tree)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
