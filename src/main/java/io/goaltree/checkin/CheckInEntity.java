package io.goaltree.checkin;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "check_in")
class CheckInEntity {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Column(name = "key_result_id")
    UUID keyResultId;

    @Column(name = "author_id")
    @Nullable
    UUID authorId;

    @Column
    @Nullable
    BigDecimal value;

    @Column
    @Nullable
    Double confidence;

    @Column
    @Nullable
    String note;

    @Column(name = "measured_at")
    Instant measuredAt;

    @Column(name = "recorded_at")
    Instant recordedAt;
}
