package io.goaltree.change;

import java.util.Set;

/** The families of tables whose changes are told apart. */
public final class Families {
    /** Teams, people, and who belongs where. */
    public static final String TEAM = "team";

    public static final String CYCLE = "cycle";

    /** Objectives, key results, milestones, check-ins and alignments. */
    public static final String GOAL = "goal";

    /** KPIs, their definitions and companions. */
    public static final String KPI = "kpi";

    /** Values of KPIs and their revisions. */
    public static final String VALUE = "value";

    public static final Set<String> ALL = Set.of(TEAM, CYCLE, GOAL, KPI, VALUE);

    private Families() {}
}
