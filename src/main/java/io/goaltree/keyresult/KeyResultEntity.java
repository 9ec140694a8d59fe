package io.goaltree.keyresult;

import io.goaltree.objective.ObjectiveState;
import io.goaltree.time.Cadence;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "key_result")
class KeyResultEntity {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Column(name = "objective_id")
    UUID objectiveId;

    @Column(name = "owner_id")
    @Nullable
    UUID ownerId;

    /** Its place among the key results of its objective. */
    @Column
    int position;

    @Column
    String title;

    @Column
    @Nullable
    String unit;

    @Column
    BigDecimal weight;

    @Column
    @Enumerated(EnumType.STRING)
    ObjectiveState state;

    @Column(name = "cancelled_reason")
    @Nullable
    String cancelledReason;

    @Column
    @Enumerated(EnumType.STRING)
    MeasureKind measure;

    /** The KPI whose newest value is its value in force; only with {@link MeasureKind#REACH}. */
    @Column(name = "kpi_id")
    @Nullable
    UUID kpiId;

    @Column
    @Nullable
    BigDecimal baseline;

    @Column
    @Nullable
    BigDecimal target;

    @Column
    @Nullable
    BigDecimal lower;

    @Column
    @Nullable
    BigDecimal upper;

    @Column
    @Enumerated(EnumType.STRING)
    @Nullable
    Cadence cadence;

    /** Set by hand, in place of the ratio. */
    @Column
    @Nullable
    BigDecimal score;

    @Column(name = "score_reason")
    @Nullable
    String scoreReason;

    @Version
    int version;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;
}
