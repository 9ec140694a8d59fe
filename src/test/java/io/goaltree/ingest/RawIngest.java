package io.goaltree.ingest;

import io.restassured.RestAssured;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A caller who sends bytes as it likes and reads when it likes. */
final class RawIngest implements AutoCloseable {
    private final Socket socket;
    private final InputStream answer;

    RawIngest() throws IOException {
        socket = new Socket("127.0.0.1", RestAssured.port);
        socket.setSoTimeout(60_000);
        answer = new BufferedInputStream(socket.getInputStream());
    }

    void post(String headers) throws IOException {
        send("POST " + IngestCalls.PATH + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n" + headers
                + "\r\n");
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    void sendChunk(String text) throws IOException {
        send(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
    }

    int status() throws IOException {
        return Integer.parseInt(line().split(" ")[1]);
    }

    /** Skips the headers; the next line, be it a chunk's length or the body itself. */
    String untilBody() throws IOException {
        String line = line();
        while (!line.isEmpty()) {
            line = line();
        }
        return some();
    }

    /** What is there of the answer, as it is. */
    String some() throws IOException {
        byte[] some = new byte[4_096];
        int count = answer.read(some);
        return new String(some, 0, Math.max(count, 0), StandardCharsets.UTF_8);
    }

    /** All that is left of the answer, as it is; the request must have asked to close the connection. */
    String rest() throws IOException {
        return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = answer.read();
        while (next >= 0 && next != '\n') {
            if (next != '\r') {
                line.write(next);
            }
            next = answer.read();
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
