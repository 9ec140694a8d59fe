package io.goaltree.edge.stream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** TCP by hand, with WebSocket frames: for what no well-behaved client does, above all not reading. */
final class RawSocket implements AutoCloseable {
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int PING = 9;
    static final int FINAL = 0x80;
    private static final int CLOSE = 8;
    private static final int MASKED = 0x80;
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private boolean pongs;

    RawSocket() throws IOException {
        // Little room on our side, so that what the service holds back shows soon.
        socket.setReceiveBufferSize(8_192);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new DataInputStream(socket.getInputStream());
    }

    /** An open, acknowledged socket. */
    static RawSocket ready(String... headers) throws IOException {
        RawSocket raw = new RawSocket();
        String answer = raw.upgrade("/graphql", headers);
        if (!answer.startsWith("HTTP/1.1 101 ")) {
            throw new IOException(answer);
        }
        raw.frame(FINAL | TEXT, "{\"type\":\"connection_init\"}".getBytes(UTF_8));
        raw.readFrame();
        return raw;
    }

    /** Asks for an upgrade as it should be asked for, and answers the head of the response. */
    String upgrade(String path, String... headers) throws IOException {
        send("GET " + path + " HTTP/1.1\r\nHost: localhost:" + RestAssured.port + "\r\nUpgrade: websocket\r\n"
                + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
                + "Sec-WebSocket-Protocol: graphql-transport-ws\r\n" + lines(headers) + "\r\n");
        return head();
    }

    static String lines(String... headers) {
        return headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    }

    RawSocket send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
        return this;
    }

    /** The head of an HTTP response. */
    String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.write(next);
        }
        return head.toString(ISO_8859_1);
    }

    /** Sends a frame, masked with zeros. */
    RawSocket frame(int first, byte[] payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
        frame.put((byte) first);
        if (payload.length < 126) {
            frame.put((byte) (MASKED | payload.length));
        } else if (payload.length < 65_536) {
            frame.put((byte) (MASKED | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (MASKED | 127)).putLong(payload.length);
        }
        frame.putInt(0).put(payload);
        socket.getOutputStream().write(frame.array(), 0, frame.position());
        return this;
    }

    /** Announces a frame of 64 KiB or more without sending it. */
    RawSocket frameHead(int first, long length) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(14)
                .put((byte) first)
                .put((byte) (MASKED | 127))
                .putLong(length)
                .putInt(0);
        socket.getOutputStream().write(head.array());
        return this;
    }

    RawSocket text(String text) throws IOException {
        return frame(FINAL | TEXT, text.getBytes(UTF_8));
    }

    /** From now on pings of the protocol are answered, not shown. */
    RawSocket pongs() {
        pongs = true;
        return this;
    }

    /** The next message, put together; a close frame as {@code close 4400 reason}. */
    String readFrame() throws IOException {
        StringBuilder message = new StringBuilder();
        boolean last;
        do {
            last = readPart(message);
        } while (!last);
        if (pongs && message.toString().equals(SocketForm.PING)) {
            text("{\"type\":\"pong\"}");
            return readFrame();
        }
        return message.toString();
    }

    private boolean readPart(StringBuilder message) throws IOException {
        int first = in.readUnsignedByte();
        long length = in.readUnsignedByte();
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        byte[] payload = in.readNBytes((int) length);
        if ((first & 0xF) == CLOSE) {
            message.append("close ").append(ByteBuffer.wrap(payload).getShort()).append(' ');
            payload = Arrays.copyOfRange(payload, 2, payload.length);
        }
        message.append(new String(payload, UTF_8));
        return (first & FINAL) != 0;
    }

    /** Reads messages until the close frame. */
    String readClose() throws IOException {
        String frame = readFrame();
        while (!frame.startsWith("close ")) {
            frame = readFrame();
        }
        return frame;
    }

    /** Reads whatever comes to the end of the connection, and answers how many bytes that were. */
    long drain() {
        long bytes = 0;
        try {
            byte[] buffer = new byte[65_536];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
            }
        } catch (IOException reset) {
            // A connection that is cut ends so.
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
