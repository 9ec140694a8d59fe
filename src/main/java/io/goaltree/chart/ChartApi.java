package io.goaltree.chart;

import io.goaltree.access.Asking;
import io.goaltree.access.Who;
import io.goaltree.edge.Faults;
import io.goaltree.edge.Kind;
import io.goaltree.edge.RequestRefused;
import io.goaltree.edge.http.HttpLimits;
import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.operation.Caller;
import io.goaltree.edge.operation.Stop;
import io.goaltree.edge.operation.Turns;
import io.goaltree.shared.Check;
import io.goaltree.shared.UserErrorCode;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/** The door to pictures. */
@Path("/charts")
public class ChartApi {
    private final ChartService charts;
    private final Turns turns;
    private final HttpLimits limits;

    ChartApi(ChartService charts, Turns turns, HttpLimits limits) {
        this.charts = charts;
        this.turns = turns;
        this.limits = limits;
    }

    @GET
    @Path("/kpi/{key}.svg")
    public Uni<Response> kpi(
            @PathParam("key") String key,
            @Context UriInfo uri,
            @Context HttpHeaders request,
            @Context RoutingContext context) {
        MultivaluedMap<String, String> given = uri.getQueryParameters();
        return answered(context, request, Kind.KPI, key, () -> {
            PictureWishes wishes = PictureWishes.read(given);
            LocalDate first = PictureWishes.date("from", given);
            LocalDate last = PictureWishes.date("to", given);
            if (first != null && last != null && first.isAfter(last)) {
                throw new ChartRefused(
                        UserErrorCode.OUT_OF_RANGE, "from is " + first + "; it must not be after to, " + last);
            }
            return charts.kpi(key, first, last, wishes.asOf())
                    .map(picture -> KpiChart.draw(picture, wishes.size(), wishes.theme()));
        });
    }

    @GET
    @Path("/objective/{id}.svg")
    public Uni<Response> objective(
            @PathParam("id") String id,
            @Context UriInfo uri,
            @Context HttpHeaders request,
            @Context RoutingContext context) {
        MultivaluedMap<String, String> given = uri.getQueryParameters();
        return answered(context, request, Kind.OBJECTIVE, id, () -> {
            PictureWishes wishes = PictureWishes.read(given);
            return charts.objective(id, wishes.asOf())
                    .map(course -> ObjectiveChart.draw(course, wishes.size(), wishes.theme()));
        });
    }

    /** On a worker, in its turn and within the time that a request may take. */
    private Uni<Response> answered(
            RoutingContext context,
            HttpHeaders request,
            Kind kind,
            String reference,
            Supplier<Optional<byte[]>> picture) {
        Who who = Caller.who(context);
        Stop stop = new Stop();
        return Uni.createFrom()
                .item(() -> Asking.as(who, () -> inTurn(request, kind, reference, picture, stop)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .ifNoItem()
                .after(limits.requestTime())
                .recoverWithItem(() -> {
                    stop.stop();
                    return ChartAnswer.tooLate(limits.requestTime());
                });
    }

    private Response inTurn(
            HttpHeaders request, Kind kind, String reference, Supplier<Optional<byte[]>> picture, Stop stop) {
        try {
            turns.take(stop);
        } catch (DocumentRefused e) {
            return ChartAnswer.tooLate(limits.requestTime());
        }
        try {
            return picture.get()
                    .map(svg -> ChartAnswer.of(svg, request))
                    .orElseGet(() -> ChartAnswer.error(
                            404,
                            UserErrorCode.NOT_FOUND.name(),
                            "There is no " + kind.typeName() + " '" + Check.shortened(reference) + "'"));
        } catch (ChartRefused e) {
            return ChartAnswer.error(400, e.code().name(), String.valueOf(e.getMessage()));
        } catch (RequestRefused e) {
            return ChartAnswer.error(400, e.code().name(), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return ChartAnswer.error(500, "INTERNAL", Faults.message(Faults.incident("GET /charts", e)));
        } finally {
            turns.leave();
        }
    }
}
