package io.goaltree.kpi;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a value was until it was corrected. */
@Entity
@Table(name = "kpi_value_revision")
class KpiValueRevisionEntity {
    @Id
    UUID id;

    @Column(name = "value_id")
    UUID valueId;

    @Column
    BigDecimal value;

    @Column(name = "measured_at")
    Instant measuredAt;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "replaced_at")
    Instant replacedAt;

    @Column
    boolean late;

    @Column
    @Nullable
    String source;

    @Column
    @Nullable
    String note;
}
