package io.goaltree.keyresult;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key result that was found fit to be written.
 *
 * @param milestones the steps when the measure is a milestone list, else empty
 * @param kpiId the KPI that feeds it; null when check-ins do
 */
public record NewKeyResult(
        String title,
        @Nullable String unit,
        BigDecimal weight,
        @Nullable UUID ownerId,
        Measure measure,
        List<NewMilestone> milestones,
        @Nullable UUID kpiId) {

    public record NewMilestone(String title, BigDecimal weight) {}
}
