package io.goaltree.goal;

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
@Table(name = "alignment")
class AlignmentEntity {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Column(name = "child_id")
    UUID childId;

    @Column(name = "parent_objective_id")
    @Nullable
    UUID parentObjectiveId;

    @Column(name = "parent_key_result_id")
    @Nullable
    UUID parentKeyResultId;

    @Column
    BigDecimal weight;

    @Column(name = "created_at")
    Instant createdAt;
}
