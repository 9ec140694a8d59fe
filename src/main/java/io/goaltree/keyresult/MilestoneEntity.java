package io.goaltree.keyresult;

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
@Table(name = "milestone")
class MilestoneEntity {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Column(name = "key_result_id")
    UUID keyResultId;

    /** Its place in the list. */
    @Column
    int position;

    @Column
    String title;

    @Column
    BigDecimal weight;

    @Column(name = "done_at")
    @Nullable
    Instant doneAt;
}
