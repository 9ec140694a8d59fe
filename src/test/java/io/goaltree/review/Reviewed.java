package io.goaltree.review;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;

import io.goaltree.World;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What the tests of reviews say to the service. */
public final class Reviewed {
    /** The first day of the values below. */
    public static final LocalDate FIRST = LocalDate.parse("2026-11-01");
    /** NIST/SEMATECH e-Handbook 6.3.2.2: nothing but noise. */
    private static final Object[] NOISE = {
        "49.6", "47.6", "49.9", "51.3", "47.8", "51.2", "52.6", "52.4", "53.6", "52.1"
    };

    private Reviewed() {}

    public static String noise(String kpi) {
        World.values(kpi, FIRST, NOISE);
        return kpi;
    }

    /** Its mean moving range is 44 / 6 and its last value, of 7 November, beyond the upper limit. */
    public static String signal(String kpi) {
        World.values(kpi, FIRST, 10, 11, 10, 11, 10, 11, 50);
        return kpi;
    }

    /** Records a review; its id. */
    public static String review(String kpi) {
        return review(kpi, "Something");
    }

    public static String review(String kpi, String whatChanged) {
        return mutate("kpiReviewRecord", input("kpi", kpi, "whatChanged", whatChanged, "decision", "WATCH"))
                .done()
                .id();
    }

    public static Map<String, Object> node(String review, String fields) {
        return ask("query($id: ID!) { node(id: $id) { ... on KpiReview { " + fields + " } } }", "id", review)
                .get("node");
    }

    /** What changed, of the reviews of a KPI as of an instant. */
    public static List<String> reviews(String kpi, Object asOf) {
        return ask(
                        "query($kpi: String, $asOf: DateTime) { kpi(key: $kpi, asOf: $asOf) { reviews { nodes { whatChanged } } } }",
                        "kpi",
                        kpi,
                        "asOf",
                        asOf == null ? null : asOf.toString())
                .list("kpi.reviews.nodes.whatChanged");
    }
}
