package io.goaltree.kpi;

import io.goaltree.scoring.Band;
import io.goaltree.scoring.Direction;
import io.goaltree.scoring.HealthyRangeLimits;
import io.goaltree.shared.Decimals;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** One version of what a KPI means. Never changed: a redefinition adds the next number. */
@Entity
@Table(name = "kpi_definition")
class KpiDefinitionEntity {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Column(name = "kpi_id")
    UUID kpiId;

    @Column
    int number;

    /** The first day of the first period it holds for; null for version 1, which holds from the beginning. */
    @Column(name = "effective_from")
    @Nullable
    LocalDate effectiveFrom;

    @Column
    @Nullable
    String unit;

    /** How its values are computed. */
    @Column
    @Nullable
    String formula;

    /** Where its values come from. */
    @Column
    @Nullable
    String source;

    @Column
    @Enumerated(EnumType.STRING)
    Direction direction;

    @Column
    @Nullable
    BigDecimal lower;

    @Column
    @Nullable
    BigDecimal upper;

    @Column
    BigDecimal tolerance;

    /** Why it took the place of the version before; null for version 1. */
    @Column
    @Nullable
    String reason;

    @Column(name = "recorded_at")
    Instant recordedAt;

    /** The version after this one, which says the same until it is told otherwise. */
    KpiDefinitionEntity next(LocalDate from, String why, Instant at) {
        KpiDefinitionEntity next = new KpiDefinitionEntity();
        next.kpiId = kpiId;
        next.number = number + 1;
        next.effectiveFrom = from;
        next.reason = why;
        next.recordedAt = at;
        next.unit = unit;
        next.formula = formula;
        next.source = source;
        next.direction = direction;
        next.lower = lower;
        next.upper = upper;
        next.tolerance = tolerance;
        return next;
    }

    /** Whether two versions mean the same; numbers are compared as numbers. */
    boolean isSameAs(KpiDefinitionEntity other) {
        return Objects.equals(unit, other.unit)
                && Objects.equals(formula, other.formula)
                && Objects.equals(source, other.source)
                && direction == other.direction
                && Decimals.areEqual(lower, other.lower)
                && Decimals.areEqual(upper, other.upper)
                && Decimals.areEqual(tolerance, other.tolerance);
    }

    @Nullable
    HealthyRangeLimits limits() {
        return lower == null && upper == null ? null : new HealthyRangeLimits(new Band(lower, upper), tolerance);
    }
}
