package io.goaltree.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of cycles. */
@ApplicationScoped
public class CycleRowService {

    Optional<Rows<CycleSummaryRow>> summaries(String cycle, @Nullable Instant asOf, @Nullable Instant updatedSince) {
        return Optional.empty();
    }

    Optional<Rows<KeyResultRow>> keyResults(String cycle, @Nullable Instant asOf, @Nullable Instant updatedSince) {
        return Optional.empty();
    }
}
