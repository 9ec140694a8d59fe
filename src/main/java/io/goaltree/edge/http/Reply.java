package io.goaltree.edge.http;

import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.operation.Answer;
import io.goaltree.edge.operation.AnswerBytes;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** A response that is ready to be written. Made on a worker, written on the event loop. */
record Reply(int status, Map<String, String> headers, byte[] body) {
    /** To be kept, and asked after each time. */
    static final String REVALIDATED = "private, no-cache";

    private static final int NOT_MODIFIED = 304;
    private static final String VARY = "Accept, Accept-Encoding";

    /** Below it, compressing costs more than it saves. */
    private static final int COMPRESSED_FROM_BYTES = 1_024;

    static Reply of(Answer answer, MediaType type, boolean gzip) {
        return of(Statuses.of(answer.refusedWith(), type), type.header(), AnswerBytes.of(answer), gzip);
    }

    /** One error and nothing else, as all doors beside GraphQL answer. */
    static Reply refusal(DocumentRefused refused) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", refused.code().name());
        error.put("message", String.valueOf(refused.getMessage()));
        int status = Statuses.of(refused.code(), MediaType.JSON);
        return of(status, "application/json", AnswerBytes.of(Map.of("error", error)), false);
    }

    static Reply text(byte[] text, boolean gzip) {
        return of(200, "text/plain; charset=utf-8", text, gzip).with("Cache-Control", REVALIDATED);
    }

    private static Reply of(int status, String type, byte[] body, boolean gzip) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", type);
        headers.put("Vary", VARY);
        headers.put("Cache-Control", "no-store");
        boolean compress = gzip && body.length >= COMPRESSED_FROM_BYTES;
        if (compress) {
            headers.put("Content-Encoding", "gzip");
        }
        return new Reply(status, headers, compress ? compressed(body) : body);
    }

    static Reply notModified() {
        return new Reply(NOT_MODIFIED, Map.of("Vary", VARY, "Cache-Control", REVALIDATED), new byte[0]);
    }

    Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }

    /** Writes it, unless the caller is gone or was answered meanwhile. */
    void write(HttpServerResponse response) {
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(status);
        headers.forEach(response::putHeader);
        if (status == NOT_MODIFIED) {
            response.end();
        } else {
            response.end(Buffer.buffer(body));
        }
    }

    private static byte[] compressed(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
