package io.goaltree.kpi;

import io.goaltree.time.DateRange;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The value of one KPI for one period, as it stands; {@link KpiValueStore} writes it, in sets. */
@Entity
@Table(name = "kpi_value")
class KpiValueEntity {
    @Id
    UUID id;

    @Column(name = "kpi_id")
    UUID kpiId;

    @Column(name = "period_start")
    LocalDate periodStart;

    @Column(name = "period_end")
    LocalDate periodEnd;

    @Column
    BigDecimal value;

    @Column(name = "measured_at")
    Instant measuredAt;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column
    boolean late;

    @Column
    @Nullable
    String source;

    @Column
    @Nullable
    String note;

    DateRange period() {
        return DateRange.inclusive(periodStart, periodEnd);
    }
}
