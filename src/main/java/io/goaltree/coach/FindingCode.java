package io.goaltree.coach;

/** What can be found, in the order of product.md section 4; each code has one {@link Coaching}. */
public enum FindingCode {
    TOO_MANY_OBJECTIVES(Severity.WARNING),
    TOO_FEW_KEY_RESULTS(Severity.WARNING),
    TOO_MANY_KEY_RESULTS(Severity.WARNING),
    TASK_WORDED_KEY_RESULT(Severity.WARNING),
    OBJECTIVE_WITH_METRIC(Severity.INFO),
    KEY_RESULT_NEVER_CHECKED_IN(Severity.SERIOUS),
    CHECK_IN_OVERDUE(Severity.WARNING),
    TARGET_WITHIN_NOISE(Severity.SERIOUS),
    CONFLICTING_KEY_RESULTS(Severity.SERIOUS),
    NO_GUARDRAIL(Severity.WARNING),
    OPENED_ON_NOISE(Severity.WARNING),
    TOO_FEW_KPIS(Severity.INFO),
    TOO_MANY_KPIS(Severity.WARNING),
    KPI_WITHOUT_RANGE(Severity.WARNING),
    KPI_STALE(Severity.WARNING),
    KPI_REVIEW_OVERDUE(Severity.WARNING),
    KPI_REDEFINED_OFTEN(Severity.WARNING),
    KPI_WITHOUT_OWNER(Severity.WARNING),
    KPI_USEFULNESS_UNKNOWN(Severity.INFO),
    COMPANIONS_DIVERGE(Severity.SERIOUS),
    GRADUATED_LEVEL_LOST(Severity.SERIOUS),
    TOO_MANY_GAPS_PURSUED(Severity.WARNING);

    private final Severity severity;

    FindingCode(Severity severity) {
        this.severity = severity;
    }

    Severity severity() {
        return severity;
    }
}
