package io.goaltree.objective;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "objective")
class ObjectiveEntity {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Column(name = "cycle_id")
    UUID cycleId;

    @Column(name = "team_id")
    @Nullable
    UUID teamId;

    @Column(name = "owner_id")
    @Nullable
    UUID ownerId;

    @Column
    String title;

    @Column
    @Nullable
    String description;

    @Column
    @Enumerated(EnumType.STRING)
    Ambition ambition;

    @Column
    @Enumerated(EnumType.STRING)
    Visibility visibility;

    @Column
    @Enumerated(EnumType.STRING)
    ObjectiveState state;

    @Column(name = "cancelled_reason")
    @Nullable
    String cancelledReason;

    /** A review of a KPI. */
    @Column(name = "opened_from")
    @Nullable
    UUID openedFrom;

    @Column(name = "despite_noise")
    @Nullable
    String despiteNoise;

    @Version
    int version;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;
}
