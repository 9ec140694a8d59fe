package io.goaltree.review;

import io.goaltree.scoring.KpiHealth;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** Never changed: who thinks otherwise later records another review. */
@Entity
@Table(name = "kpi_review")
class KpiReviewEntity {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Column(name = "kpi_id")
    UUID kpiId;

    @Column(name = "author_id")
    @Nullable
    UUID authorId;

    @Column(name = "what_changed")
    String whatChanged;

    @Column(name = "why_it_matters")
    @Nullable
    String whyItMatters;

    @Column(name = "what_to_test_next")
    @Nullable
    String whatToTestNext;

    @Column
    @Enumerated(EnumType.STRING)
    ReviewDecision decision;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column
    @Enumerated(EnumType.STRING)
    KpiHealth health;

    /** As {@link BehaviourText} writes it. */
    @Column
    String behaviour;
}
