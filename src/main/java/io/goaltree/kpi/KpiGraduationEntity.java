package io.goaltree.kpi;

import io.goaltree.shared.Decimals;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** What a key result achieved, kept as the range its KPI is to hold from then on. Never changed. */
@Entity
@Table(name = "kpi_graduation")
class KpiGraduationEntity {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Column(name = "kpi_id")
    UUID kpiId;

    @Column(name = "key_result_id")
    UUID keyResultId;

    @Column(name = "definition_id")
    UUID definitionId;

    @Column(name = "effective_from")
    LocalDate effectiveFrom;

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

    /** Whether it is what is asked for now; nothing asked for is met by anything. */
    boolean isAsked(Achievement achieved) {
        boolean isSameRange = !achieved.hasBounds()
                || (Decimals.areEqual(lower, achieved.lower()) && Decimals.areEqual(upper, achieved.upper()));
        return isSameRange && (achieved.tolerance() == null || Decimals.areEqual(tolerance, achieved.tolerance()));
    }
}
