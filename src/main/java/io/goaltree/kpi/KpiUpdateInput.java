package io.goaltree.kpi;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

/** A null field was absent and stays as it is; an empty one was null and is cleared. */
@Input("KpiUpdateInput")
@NullUnmarked
public class KpiUpdateInput {
    @Id
    @NonNull
    public String id;

    @NonNull
    public Integer expectedVersion;

    public Optional<String> name = null;
    public Optional<String> description = null;
    public Optional<String> team = null;

    @Id
    public Optional<String> owner = null;

    public Optional<String> influencedBy = null;
    public Optional<String> reflects = null;
    public Optional<String> whenItMoves = null;

    private List<@NonNull String> companions;
    private boolean companionsGiven;

    public List<@NonNull String> getCompanions() {
        return companions;
    }

    /** Called only when the field is there: a list cannot be an Optional here, and null must still clear it. */
    public void setCompanions(List<@NonNull String> companions) {
        this.companions = companions;
        this.companionsGiven = true;
    }

    public boolean areCompanionsGiven() {
        return companionsGiven;
    }
}
