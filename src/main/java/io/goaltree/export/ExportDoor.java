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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** Reads what export is asked for, and answers it: on a thread that may wait. */
@ApplicationScoped
class ExportDoor {
    /** Each holds a thread, and one of values a connection, as slowly as its caller reads; others need some, too. */
    private static final int MOST_AT_ONCE = 8;

    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final KpiValueRowService values;
    private final CycleRowService cycles;
    private final Etags etags;

    ExportDoor(KpiValueRowService values, CycleRowService cycles, Etags etags) {
        this.values = values;
        this.cycles = cycles;
        this.etags = etags;
    }

    /** @param file the path below that of all exports, such as kpi-values.csv */
    @ActivateRequestContext
    void serve(String file, MultivaluedMap<String, String> given, HttpServerRequest request, ExportAnswer answer) {
        if (!places.tryAcquire()) {
            answer.refuse(ExportRefused.busy(MOST_AT_ONCE));
            return;
        }
        try {
            serveInPlace(file, given, request, answer);
        } finally {
            places.release();
        }
    }

    private void serveInPlace(
            String file, MultivaluedMap<String, String> given, HttpServerRequest request, ExportAnswer answer) {
        try {
            serve(ExportWish.read(file, given), request, answer);
        } catch (ExportRefused e) {
            answer.refuse(e);
        } catch (RequestRefused e) {
            int status = e.code() == UserErrorCode.NOT_FOUND ? 404 : 400;
            answer.refuse(new ExportRefused(status, e.code().name(), String.valueOf(e.getMessage())));
        } catch (CallerGone e) {
            answer.cut();
        } catch (IOException | RuntimeException e) {
            String incident = Faults.incident("GET /export/" + Check.shortened(file), e);
            if (answer.isBegun()) {
                answer.cut();
            } else {
                answer.refuse(new ExportRefused(500, "INTERNAL", Faults.message(incident)));
            }
        }
    }

    private void serve(ExportWish wish, HttpServerRequest request, ExportAnswer answer) throws IOException {
        Question question = question(wish);
        ValueWish wanted = values.wish(wish.kpis(), wish.from(), wish.to(), wish.updatedSince());
        Optional<String> known = etags.stillTrue(question, request.getHeader("If-None-Match"));
        if (known.isPresent()) {
            answer.notModified(known.get());
            return;
        }
        String tag = etags.tag(question);
        boolean isCompressed = Etags.acceptsGzip(request.getHeader("Accept-Encoding"));
        boolean isHead = request.method().equals(HttpMethod.HEAD);
        Export export = wish.kind() != ExportKind.KPI_VALUES
                ? rows(wish)
                : isHead ? values.head(wanted) : values.stream(wanted, wish.form());
        try (Lines lines = export.lines()) {
            answer.head(wish, export.asOf(), tag, isCompressed);
            answer.body(wish, isHead ? Lines.NONE : lines, isHead, isCompressed);
        }
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
