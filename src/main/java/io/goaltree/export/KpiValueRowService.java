package io.goaltree.export;

import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.edge.PageRequest;
import io.goaltree.edge.RequestRefused;
import io.goaltree.kpi.KpiAnswers;
import io.goaltree.shared.UserErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of KPIs as flat rows: page by page, or all in a stream. */
@ApplicationScoped
public class KpiValueRowService {
    /** No row is older, and none of its dates out of these years. */
    private static final Instant BEGINNING = Instant.parse("1900-01-01T00:00:00Z");

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final KpiAnswers kpis;
    private final KpiValueRowStore store;

    KpiValueRowService(KpiAnswers kpis, KpiValueRowStore store) {
        this.kpis = kpis;
        this.store = store;
    }

    /**
     * Reads what is wanted.
     *
     * @param references keys or ids of KPIs; null for all
     * @throws RequestRefused when one of them names nothing, or the days are the wrong way round
     */
    ValueWish wish(
            @Nullable List<String> references,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Instant updatedSince) {
        if (from != null && to != null && from.isAfter(to)) {
            throw new RequestRefused(
                    UserErrorCode.OUT_OF_RANGE, "from is " + from + "; it must not be after to, " + to);
        }
        return new ValueWish(
                references == null ? null : ids(references),
                day(from),
                day(to),
                updatedSince == null ? null : since(updatedSince));
    }

    private List<UUID> ids(List<String> references) {
        Map<String, UUID> found = kpis.ids(references);
        for (String reference : references) {
            if (!found.containsKey(reference)) {
                throw Ids.unknown(Kind.KPI, reference);
            }
        }
        return found.values().stream().distinct().sorted().toList();
    }

    private static Instant since(Instant given) {
        Instant since = given.truncatedTo(ChronoUnit.MICROS);
        return since.isBefore(BEGINNING) ? BEGINNING : since;
    }

    private static @Nullable LocalDate day(@Nullable LocalDate given) {
        if (given == null || given.isBefore(FIRST_DAY)) {
            return given == null ? null : FIRST_DAY;
        }
        return given.isAfter(LAST_DAY) ? LAST_DAY : given;
    }

    /**
     * A page of rows.
     *
     * @param asOf the state that the first page was read in
     * @param found up to one row more than the page has
     */
    record Read(Instant asOf, List<ValuePlace> places, List<KpiValueRow> found) {}

    Read page(ValueWish wish, PageRequest request) {
        ValuePlace after = request.from() == null ? null : ValuePlace.of(request.from());
        ValueQuery query = new ValueQuery(wish);
        try (ValueSnapshot snapshot = open(wish)) {
            Instant asOf = after == null ? snapshot.asOf() : after.asOf();
            int most = request.size() + 1;
            List<ValuePlace> places = new ArrayList<>();
            List<KpiValueRow> rows = new ArrayList<>();
            if (after == null || !after.isRemoved()) {
                collect(store.page(snapshot, query, false, after, most), asOf, places, rows);
            }
            if (wish.isIncremental() && rows.size() < most) {
                ValuePlace gone = after != null && after.isRemoved() ? after : null;
                collect(store.page(snapshot, query, true, gone, most - rows.size()), asOf, places, rows);
            }
            return new Read(asOf, places, rows);
        }
    }

    private static void collect(
            List<KpiValueRowStore.Found> found, Instant asOf, List<ValuePlace> places, List<KpiValueRow> rows) {
        found.forEach(one -> {
            KpiValueRow row = one.row();
            places.add(new ValuePlace(asOf, row.removedAt() != null, one.kpi(), row.periodStart()));
            rows.add(row);
        });
    }

    /** The same without any row. */
    Export head(ValueWish wish) {
        try (ValueSnapshot snapshot = open(wish)) {
            return new Export(snapshot.asOf(), Lines.NONE);
        }
    }

    /** All rows, one by one; whoever gets them closes them. */
    Export stream(ValueWish wish, ExportForm form) throws IOException {
        ValueSnapshot snapshot = open(wish);
        ValueQuery query = new ValueQuery(wish);
        List<String> statements = wish.isIncremental()
                ? List.of(query.copied(form), query.copiedRemoved(form))
                : List.of(query.copied(form));
        return new Export(snapshot.asOf(), CopiedLines.open(snapshot, statements));
    }

    private ValueSnapshot open(ValueWish wish) {
        ValueSnapshot snapshot = store.snapshot();
        Instant since = wish.updatedSince();
        if (since != null && since.isAfter(snapshot.present())) {
            snapshot.close();
            throw new RequestRefused(
                    UserErrorCode.OUT_OF_RANGE,
                    "updatedSince is " + since + "; it must not be after now, " + snapshot.present());
        }
        return snapshot;
    }
}
