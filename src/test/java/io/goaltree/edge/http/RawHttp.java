package io.goaltree.edge.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;

/** HTTP/1.1 by hand, for what no well-behaved client sends. */
public final class RawHttp implements AutoCloseable {
    private final Socket socket;

    public RawHttp() throws IOException {
        this("127.0.0.1");
    }

    /** From one of the addresses of this machine: another one is another caller. */
    public RawHttp(String from) throws IOException {
        socket = new Socket("127.0.0.1", RestAssured.port, InetAddress.getByName(from), 0);
        socket.setSoTimeout(20_000);
    }

    public RawHttp send(String text) throws IOException {
        return send(text.getBytes(UTF_8));
    }

    public RawHttp send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** A whole POST to /graphql. */
    public RawHttp post(byte[] body, String... headers) throws IOException {
        StringBuilder head = new StringBuilder("POST /graphql HTTP/1.1\r\nHost: localhost\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        return send(head.toString()).send(body);
    }

    /** The next response: its head and, by its Content-Length, its body. */
    public String answer() throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return head.toString(ISO_8859_1);
            }
            head.write(next);
        }
        int length = head.toString(ISO_8859_1)
                .lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
        return head.toString(ISO_8859_1) + new String(in.readNBytes(length), UTF_8);
    }

    /** Whether the other end has closed the connection, once nothing more is to be read. */
    public boolean isClosed() throws IOException {
        return socket.getInputStream().read() < 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
