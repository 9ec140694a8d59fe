package io.goaltree.export;

import io.goaltree.edge.http.Streamed;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.json.Json;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;

/** An export or an error as it goes over HTTP. Whoever sees the end of a body has all of it: else the connection is cut. */
final class ExportAnswer {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final String RETRY_SECONDS = "10";

    /** Kept by the caller, and asked after each time. */
    private static final String REVALIDATED = "private, no-cache";

    private final HttpServerRequest request;
    private final HttpServerResponse response;

    ExportAnswer(HttpServerRequest request) {
        this.request = request;
        this.response = request.response();
    }

    boolean isBegun() {
        return response.headWritten();
    }

    void refuse(ExportRefused refusal) {
        // What an export that failed before its first byte has said of itself.
        response.headers().clear();
        response.setChunked(false);
        write(refusal);
    }

    /** Refuses a method, and says which there are. */
    void allow(ExportRefused refusal) {
        response.putHeader(HttpHeaders.ALLOW, "GET, HEAD");
        write(refusal);
    }

    private void write(ExportRefused refusal) {
        if (refusal.status() == ExportRefused.BUSY) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        String json = Json.createObjectBuilder()
                .add(
                        "error",
                        Json.createObjectBuilder()
                                .add("code", refusal.code())
                                .add("message", String.valueOf(refusal.getMessage())))
                .build()
                .toString();
        response.setStatusCode(refusal.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(json);
    }

    void notModified(String tag) {
        revalidated(tag);
        response.setStatusCode(304).end();
    }

    void head(ExportWish wish, Instant asOf, String tag, boolean isCompressed) {
        revalidated(tag);
        response.putHeader(HttpHeaders.CONTENT_TYPE, wish.form().mediaType())
                .putHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + wish.fileName() + "\"")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Goaltree-As-Of", asOf.toString());
        if (isCompressed) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
    }

    /** @throws CallerGone when nobody reads it */
    void body(ExportWish wish, Lines lines, boolean isHead, boolean isCompressed) throws IOException {
        if (isHead) {
            response.end();
            return;
        }
        Streamed.begin(request);
        OutputStream sent = new SentOutput(response);
        OutputStream target =
                new BufferedOutputStream(isCompressed ? new GZIPOutputStream(sent, BUFFER_BYTES) : sent, BUFFER_BYTES);
        write(wish, lines, target);
        target.close();
        // Whoever sees the end finds nothing held any more.
        lines.close();
        Streamed.end(request);
    }

    private static void write(ExportWish wish, Lines lines, OutputStream target) throws IOException {
        byte[] end = wish.form().lineEnd().getBytes(StandardCharsets.UTF_8);
        if (wish.form() == ExportForm.CSV) {
            String names = String.join(
                    ",",
                    Columns.of(wish.kind().rows()).stream()
                            .filter(column -> Columns.isThere(column, wish.isIncremental()))
                            .toList());
            target.write(names.getBytes(StandardCharsets.UTF_8));
            target.write(end);
        }
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            target.write(line, 0, line.length - 1);
            target.write(end);
        }
    }

    void cut() {
        Streamed.cut(request);
    }

    private void revalidated(String tag) {
        response.putHeader(HttpHeaders.ETAG, tag)
                .putHeader(HttpHeaders.CACHE_CONTROL, REVALIDATED)
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }
}
