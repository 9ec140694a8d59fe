package io.goaltree.app;

import io.restassured.path.json.JsonPath;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The packaged service as an operator runs it: its own JVM, its own data directory, a port of its own. */
final class RunningJar implements AutoCloseable {
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final long START_SECONDS = 120;
    private static final String ANONYMOUS = "GOALTREE_ACCESS_ANONYMOUS";

    /** Of the administrator of every jar that is not told who is let in without one. */
    private static final String ADMIN = "gt_adm1nadm1nadm1nadm1nadm1nadm1nad";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final int port;
    private final Path log;
    private final Process process;
    private final @Nullable String authorization;

    private RunningJar(int port, Path log, Process process, @Nullable String authorization) {
        this.port = port;
        this.authorization = authorization;
        this.log = log;
        this.process = process;
    }

    /** Starts the jar without waiting for it. */
    static RunningJar launch(Path data, Map<String, String> environment) throws IOException {
        int port = freePort();
        Path log = Files.createTempFile("goaltree-jar", ".log");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString());
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        builder.environment().put("GOALTREE_DATA", data.toString());
        String authorization = null;
        if (!environment.containsKey(ANONYMOUS)) {
            builder.environment().put("GOALTREE_ADMIN_TOKEN", ADMIN);
            authorization = "Bearer " + ADMIN;
        }
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        return new RunningJar(port, log, builder.start(), authorization);
    }

    /** Starts the jar and waits for its first answer. */
    static RunningJar start(Path data, Map<String, String> environment) throws Exception {
        RunningJar jar = launch(data, environment);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!jar.answers()) {
            if (!jar.process.isAlive() || System.nanoTime() > deadline) {
                jar.process.destroyForcibly();
                throw new IllegalStateException("The jar did not start:\n" + jar.output());
            }
            jar.process.waitFor(100, TimeUnit.MILLISECONDS);
        }
        return jar;
    }

    int port() {
        return port;
    }

    boolean answers() {
        try {
            HttpResponse<String> response = post("/graphql", "application/json", "{\"query\":\"{ __typename }\"}");
            boolean stranger = authorization == null && response.statusCode() == 401;
            return stranger || new JsonPath(response.body()).get("data.__typename") != null;
        } catch (IOException | InterruptedException | RuntimeException e) {
            return false;
        }
    }

    JsonPath graphql(String query, JsonObject variables) throws IOException, InterruptedException {
        String body = Json.createObjectBuilder()
                .add("query", query)
                .add("variables", variables)
                .build()
                .toString();
        HttpResponse<String> response = post("/graphql", "application/json", body);
        if (response.statusCode() != 200) {
            throw new IOException("Status " + response.statusCode());
        }
        return new JsonPath(response.body());
    }

    /** What a request to it begins with: the address, and who asks. */
    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    /** The value of the header Authorization that lets in; null when none does. */
    @Nullable
    String authorization() {
        return authorization;
    }

    HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return post(path, type, body, Duration.ofSeconds(30));
    }

    HttpResponse<String> post(String path, String type, String body, Duration patience)
            throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .timeout(patience)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a body while it is made; answers the last line of what comes back. */
    String upload(String path, String type, Supplier<InputStream> body, Duration patience)
            throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .timeout(patience)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofInputStream(body))
                .build();
        try (Stream<String> lines =
                http.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
            return lines.reduce((earlier, later) -> later).orElse("");
        }
    }

    /** Reads an answer while it comes; answers how many lines it has. */
    long download(String path, Duration patience) throws IOException, InterruptedException {
        HttpRequest request = request(path).timeout(patience).build();
        long lines = 0;
        try (InputStream body =
                http.send(request, HttpResponse.BodyHandlers.ofInputStream()).body()) {
            byte[] buffer = new byte[65_536];
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        return lines;
    }

    /** The most bytes of memory that the process has held at once; where the system says so, which is Linux. */
    long peakMemory() throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElseThrow();
    }

    String output() throws IOException {
        return Files.readString(log);
    }

    /** {@code kill -9}: no hook runs, nothing is flushed. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM; answers the exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        return awaitExit();
    }

    int awaitExit() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("The jar did not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        Files.deleteIfExists(log);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
