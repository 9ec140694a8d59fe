package io.goaltree.export;

import io.goaltree.change.Families;
import io.goaltree.edge.Faults;
import io.goaltree.edge.RequestRefused;
import io.goaltree.edge.http.Etags;
import io.goaltree.edge.http.Question;
import io.goaltree.edge.http.Question.Passing;
import io.goaltree.shared.Check;
import io.goaltree.shared.UserErrorCode;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.Set;

/** The door for BI tools that load flat rows. */
@Path("/export")
public class ExportApi {
    private final KpiValueRowService values;
    private final CycleRowService cycles;
    private final Etags etags;

    ExportApi(KpiValueRowService values, CycleRowService cycles, Etags etags) {
        this.values = values;
        this.cycles = cycles;
        this.etags = etags;
    }

    @GET
    @Path("/{file: .+}")
    public Response export(@PathParam("file") String file, @Context UriInfo uri, @Context RoutingContext context) {
        try {
            return answered(ExportWish.read(file, uri.getQueryParameters()), context);
        } catch (ExportRefused e) {
            return ExportAnswer.error(e.status(), e.code(), String.valueOf(e.getMessage()));
        } catch (RequestRefused e) {
            int status = e.code() == UserErrorCode.NOT_FOUND ? 404 : 400;
            return ExportAnswer.error(status, e.code().name(), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            String incident = Faults.incident("GET /export/" + file, e);
            return ExportAnswer.error(500, "INTERNAL", Faults.message(incident));
        }
    }

    private Response answered(ExportWish wish, RoutingContext context) {
        HttpServerRequest request = context.request();
        Question question = question(wish);
        ValueWish wanted = values.wish(wish.kpis(), wish.from(), wish.to(), wish.updatedSince());
        Optional<String> known = etags.stillTrue(question, request.getHeader("If-None-Match"));
        if (known.isPresent()) {
            return ExportAnswer.notModified(known.get());
        }
        String tag = etags.tag(question);
        boolean isCompressed = Etags.acceptsGzip(request.getHeader("Accept-Encoding"));
        boolean isHead = request.method().equals(HttpMethod.HEAD);
        Export export = wish.kind() != ExportKind.KPI_VALUES
                ? rows(wish)
                : isHead ? values.head(wanted) : values.stream(wanted, wish.form());
        Response.ResponseBuilder answer = ExportAnswer.of(wish, export.asOf(), tag, isCompressed);
        if (isHead) {
            return answer.build();
        }
        return answer.entity(new ExportStream(context, wish, export.lines(), isCompressed))
                .build();
    }

    private static Question question(ExportWish wish) {
        if (wish.kind() == ExportKind.KPI_VALUES) {
            Set<String> families = Set.of(Families.TEAM, Families.KPI, Families.VALUE);
            return new Question(families, Passing.NOTHING, wish.parts());
        }
        return new Question(Families.ALL, Passing.DAY_OF_ANY_ZONE, wish.parts());
    }

    private Export rows(ExportWish wish) {
        Optional<? extends Rows<? extends Record>> found = wish.kind() == ExportKind.CYCLE_SUMMARY
                ? cycles.summaries(wish.cycle(), wish.asOf(), wish.updatedSince())
                : cycles.keyResults(wish.cycle(), wish.asOf(), wish.updatedSince());
        Rows<? extends Record> rows = found.orElseThrow(
                () -> ExportRefused.unknown("There is no Cycle '" + Check.shortened(wish.cycle()) + "'"));
        return new Export(rows.asOf(), new RecordLines(wish.kind(), wish.form(), wish.isIncremental(), rows.rows()));
    }
}
