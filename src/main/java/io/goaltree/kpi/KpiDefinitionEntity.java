package io.goaltree.kpi;

import io.goaltree.scoring.Band;
import io.goaltree.scoring.Direction;
import io.goaltree.scoring.HealthyRangeLimits;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
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

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Nullable
    HealthyRangeLimits limits() {
        return lower == null && upper == null ? null : new HealthyRangeLimits(new Band(lower, upper), tolerance);
    }
}
