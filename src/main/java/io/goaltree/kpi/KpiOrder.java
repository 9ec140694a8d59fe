package io.goaltree.kpi;

import io.goaltree.edge.Sort;

/** How a list of KPIs is sorted. */
public enum KpiOrder {
    KEY_ASC(Sort.ascending("k.key", "text", "k.id")),
    KEY_DESC(Sort.descending("k.key", "text", "k.id")),
    NAME_ASC(Sort.ascending("k.name", "text", "k.id")),
    NAME_DESC(Sort.descending("k.name", "text", "k.id")),
    UPDATED_AT_ASC(Sort.ascending("k.updated_at", "timestamptz", "k.id")),
    UPDATED_AT_DESC(Sort.descending("k.updated_at", "timestamptz", "k.id"));

    private final Sort sort;

    KpiOrder(Sort sort) {
        this.sort = sort;
    }

    Sort sort() {
        return sort;
    }

    /** What this order sorts by, as a cursor keeps it. */
    String place(Kpi kpi) {
        return switch (this) {
            case KEY_ASC, KEY_DESC -> kpi.key();
            case NAME_ASC, NAME_DESC -> kpi.name();
            case UPDATED_AT_ASC, UPDATED_AT_DESC -> kpi.updatedAt().toString();
        };
    }
}
