package io.goaltree.edge;

/** The kinds of things that have a global id; the tag is the first part of the id. */
public enum Kind {
    TEAM("team", "Team"),
    PERSON("per", "Person"),
    CYCLE("cyc", "Cycle"),
    OBJECTIVE("obj", "Objective"),
    KEY_RESULT("kr", "KeyResult"),
    MILESTONE("mil", "Milestone"),
    CHECK_IN("chk", "CheckIn"),
    KPI("kpi", "Kpi"),
    KPI_VALUE("val", "KpiValue"),
    KPI_REVIEW("rev", "KpiReview"),
    API_TOKEN("tok", "ApiToken");

    private final String tag;
    private final String typeName;

    Kind(String tag, String typeName) {
        this.tag = tag;
        this.typeName = typeName;
    }

    public String tag() {
        return tag;
    }

    /** The name of the GraphQL type. */
    public String typeName() {
        return typeName;
    }
}
