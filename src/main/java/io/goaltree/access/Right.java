package io.goaltree.access;

/** What a caller may do. None contains another, but for ADMIN, which contains all. */
public enum Right {
    /** Read whatever is seen. */
    READ,
    /** Record values of KPIs. */
    WRITE_VALUES,
    /** Write cycles, objectives, key results, check-ins, KPIs and their reviews. */
    WRITE_GOALS,
    /** Write teams and people, make and revoke tokens, and all of the above. */
    ADMIN
}
