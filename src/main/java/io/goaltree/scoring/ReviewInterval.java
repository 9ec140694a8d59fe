package io.goaltree.scoring;

import io.goaltree.time.Cadence;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How often a KPI needs a review, when it has values that often. */
public record ReviewInterval(Cadence cadence) {

    /**
     * The day from which on a KPI is due for a review.
     *
     * @param created the day it was created
     * @param reviewed the day of its latest review; null when there is none
     * @param kpi how often the KPI has a value
     * @return the day it was created while there is no review; else one interval after the latest one, or one cadence of
     *     the KPI when that is later: without a new value there is nothing new to say. From the last days of a month to a
     *     shorter one its last day (monthly, 31 January gives 28 February)
     *     <p>Source: product.md 3.4.
     */
    public LocalDate dueSince(LocalDate created, @Nullable LocalDate reviewed, Cadence kpi) {
        if (reviewed == null) {
            return created;
        }
        LocalDate byInterval = cadence.after(reviewed);
        LocalDate byValues = kpi.after(reviewed);
        return byValues.isAfter(byInterval) ? byValues : byInterval;
    }
}
