package io.goaltree.tree;

import io.goaltree.edge.Sort;

/** How a list of objectives can be sorted. */
public enum ObjectiveOrder {
    CREATED_ASC(Sort.ascending("o.created_at", "timestamptz", "o.id")),
    CREATED_DESC(Sort.descending("o.created_at", "timestamptz", "o.id")),
    TITLE_ASC(Sort.ascending("o.title", "text", "o.id")),
    TITLE_DESC(Sort.descending("o.title", "text", "o.id")),
    UPDATED_AT_ASC(Sort.ascending("o.updated_at", "timestamptz", "o.id")),
    UPDATED_AT_DESC(Sort.descending("o.updated_at", "timestamptz", "o.id"));

    private final Sort sort;

    ObjectiveOrder(Sort sort) {
        this.sort = sort;
    }

    Sort sort() {
        return sort;
    }
}
