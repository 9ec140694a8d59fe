package io.goaltree.kpi;

import io.goaltree.time.Cadence;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "kpi")
class KpiEntity {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Column
    String key;

    @Column
    String name;

    @Column
    @Nullable
    String description;

    @Column
    @Enumerated(EnumType.STRING)
    Cadence cadence;

    @Column
    String zone;

    @Column(name = "team_id")
    @Nullable
    UUID teamId;

    @Column(name = "owner_id")
    @Nullable
    UUID ownerId;

    @Column(name = "influenced_by")
    @Nullable
    String influencedBy;

    @Column
    @Nullable
    String reflects;

    @Column(name = "when_it_moves")
    @Nullable
    String whenItMoves;

    @Column(name = "archived_at")
    @Nullable
    Instant archivedAt;

    @Column(name = "archived_reason")
    @Nullable
    String archivedReason;

    @Version
    int version;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    /** The day it is for this KPI: its own zone decides. */
    LocalDate dayOf(Instant instant) {
        return instant.atZone(ZoneId.of(zone)).toLocalDate();
    }
}
