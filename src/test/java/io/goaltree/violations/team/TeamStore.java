package io.goaltree.violations.team;

/** A store that everybody can see. */
public final class TeamStore {
    TeamEntity row() {
        return new TeamEntity();
    }
}
