package io.goaltree.kpi;

import io.goaltree.behaviour.Verdict;
import io.goaltree.scoring.KpiHealth;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.NullUnmarked;

/** What a KPI must be to be listed; a null field asks for nothing, and all that is asked for must hold. */
@Input("KpiFilter")
@NullUnmarked
public class KpiFilter {
    public String team;

    @Id
    public String owner;

    public KpiHealth health;
    public Verdict verdict;
    public Boolean stale;
    public String text;
    public Boolean archived;
    public Instant updatedSince;
}
