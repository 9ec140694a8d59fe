package io.goaltree.ingest;

import io.restassured.RestAssured;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A caller who sends bytes as it likes and reads when it likes. */
final class RawIngest implements AutoCloseable {
    private final Socket socket;
    private final InputStream answer;

    RawIngest() throws IOException {
        socket = new Socket("127.0.0.1", RestAssured.port);
        socket.setSoTimeout(10_000);
        answer = new BufferedInputStream(socket.getInputStream());
    }

    void post(String headers) throws IOException {
        post("", headers);
    }

    void post(String query, String headers) throws IOException {
        send("POST " + IngestCalls.PATH + query + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n" + headers
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

    /** Reads until the answer has said this. */
    void until(String text) throws IOException {
        StringBuilder read = new StringBuilder();
        byte[] some = new byte[4_096];
        while (read.indexOf(text) < 0) {
            int count = some(some);
            if (count < 0) {
                throw new AssertionError("The answer ended or stood still without '" + text + "': " + read);
            }
            read.append(new String(some, 0, count, StandardCharsets.UTF_8));
        }
    }

    private int some(byte[] target) throws IOException {
        try {
            return answer.read(target);
        } catch (SocketTimeoutException e) {
            return -1;
        }
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
