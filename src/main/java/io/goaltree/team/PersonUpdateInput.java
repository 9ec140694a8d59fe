package io.goaltree.team;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

/** A null field was absent and stays as it is; an empty one was null and is cleared. */
@Input("PersonUpdateInput")
@NullUnmarked
public class PersonUpdateInput {
    @Id
    @NonNull
    public String id;

    @NonNull
    public Integer expectedVersion;

    public Optional<String> name = null;
    public Optional<String> email = null;
    private List<@NonNull String> teams;
    private boolean teamsGiven;

    public List<@NonNull String> getTeams() {
        return teams;
    }

    /** Called only when the field is there: a list cannot be an Optional here, and null must still clear it. */
    public void setTeams(List<@NonNull String> teams) {
        this.teams = teams;
        this.teamsGiven = true;
    }

    public boolean areTeamsGiven() {
        return teamsGiven;
    }
}
