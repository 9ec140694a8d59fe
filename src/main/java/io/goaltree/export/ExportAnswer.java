package io.goaltree.export;

import jakarta.json.Json;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.Instant;

/** An export or an error as it goes over HTTP. */
final class ExportAnswer {
    static final String AS_OF = "Goaltree-As-Of";

    /** Kept by the caller, and asked after each time. */
    private static final String REVALIDATED = "private, no-cache";

    private ExportAnswer() {}

    static ResponseBuilder of(ExportWish wish, Instant asOf, String tag, boolean isCompressed) {
        ResponseBuilder answer = revalidated(Response.ok(), tag)
                .header(HttpHeaders.CONTENT_TYPE, wish.form().mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + wish.fileName() + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .header(AS_OF, asOf.toString());
        return isCompressed ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip") : answer;
    }

    static Response notModified(String tag) {
        return revalidated(Response.notModified(), tag).build();
    }

    private static ResponseBuilder revalidated(ResponseBuilder answer, String tag) {
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, REVALIDATED)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }

    static Response error(int status, String code, String message) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(json(code, message))
                .build();
    }

    static String json(String code, String message) {
        return Json.createObjectBuilder()
                .add("error", Json.createObjectBuilder().add("code", code).add("message", message))
                .build()
                .toString();
    }
}
