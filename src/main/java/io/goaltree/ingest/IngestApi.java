package io.goaltree.ingest;

import io.goaltree.access.Door;
import io.goaltree.access.Right;
import io.goaltree.edge.Faults;
import io.goaltree.kpi.KpiValueService;
import io.goaltree.kpi.RecordCall;
import io.goaltree.kpi.RecordMode;
import io.goaltree.shared.Problem;
import io.goaltree.shared.UserErrorCode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The door for scripts that bring KPI values without GraphQL. */
@Path("/ingest/kpi-values")
public class IngestApi {
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String NDJSON = "application/x-ndjson";
    private static final int BAD_REQUEST = 400;

    private final KpiValueService values;

    IngestApi(KpiValueService values) {
        this.values = values;
    }

    /** One array, one transaction, one answer: all of it is read before anything is written. */
    @POST
    @Door(needs = Right.WRITE_VALUES)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response json(InputStream body, @HeaderParam(IDEMPOTENCY_KEY) @Nullable String idempotencyKey) {
        return answered(body, () -> {
            RecordCall call = new RecordCall(JsonItems.read(body), RecordMode.PARTIAL, idempotencyKey, JsonItems.MOST);
            return values.record(call)
                    .fold(
                            done -> Response.ok(IngestJson.answer(done), MediaType.APPLICATION_JSON_TYPE)
                                    .build(),
                            IngestApi::refused);
        });
    }

    /** A stream of any length; the header is read before the answer begins, so that its faults have a status. */
    @POST
    @Door(needs = Right.WRITE_VALUES)
    @Consumes("text/csv")
    public Response csv(InputStream body, @HeaderParam(IDEMPOTENCY_KEY) @Nullable String idempotencyKey) {
        return answered(body, () -> {
            if (idempotencyKey != null) {
                // It would promise to recognise a body of which we remember nothing.
                throw new BodyRefused(
                        UserErrorCode.INVALID_VALUE,
                        "The header Idempotency-Key is not supported for text/csv yet; repeating a stream is safe"
                                + " without it");
            }
            return Response.ok(new CsvStream(CsvRows.read(body), body, values), NDJSON)
                    .build();
        });
    }

    private static Response answered(InputStream body, Callable<Response> door) {
        try {
            return door.call();
        } catch (BodyRefused e) {
            Rest.readOver(body);
            int status = e.code() == UserErrorCode.TOO_MANY_ITEMS ? 413 : BAD_REQUEST;
            return error(status, e.code().name(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return error(BAD_REQUEST, UserErrorCode.INVALID_VALUE.name(), "The body could not be read as UTF-8");
        } catch (Exception e) {
            String incident = Faults.incident("POST /ingest/kpi-values", e);
            return error(500, "INTERNAL", Faults.message(incident));
        }
    }

    private static Response refused(List<Problem> problems) {
        Problem problem = problems.get(0);
        int status = switch (problem.code()) {
            case IDEMPOTENCY_IN_PROGRESS -> 409;
            case IDEMPOTENCY_KEY_REUSED -> 422;
            default -> BAD_REQUEST;
        };
        return error(status, problem.code().name(), problem.message());
    }

    private static Response error(int status, String code, String message) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(IngestJson.error(code, message))
                .build();
    }
}
