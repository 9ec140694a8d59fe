package io.goaltree.kpi;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** From when on somebody said a KPI is to be read afresh. Never changed. */
@Entity
@Table(name = "kpi_rebase")
class KpiRebaseEntity {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Column(name = "kpi_id")
    UUID kpiId;

    @Column(name = "starts_on")
    LocalDate startsOn;

    @Column
    String reason;

    @Column(name = "recorded_at")
    Instant recordedAt;
}
