package io.goaltree.cycle;

import io.goaltree.time.DateRange;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "cycle")
class CycleEntity {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Column
    String key;

    @Column
    String name;

    @Column(name = "starts_on")
    LocalDate startsOn;

    @Column(name = "ends_on")
    LocalDate endsOn;

    @Column
    @Enumerated(EnumType.STRING)
    CycleState state;

    @Column(name = "parent_id")
    @Nullable
    UUID parentId;

    @Column(name = "closed_at")
    @Nullable
    Instant closedAt;

    /** Why it was opened again, the last time. */
    @Column(name = "reopened_reason")
    @Nullable
    String reopenedReason;

    @Version
    int version;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    DateRange range() {
        return DateRange.inclusive(startsOn, endsOn);
    }
}
