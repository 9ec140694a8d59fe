package io.goaltree.violations.team;

import io.goaltree.violations.cycle.LooksAtTeams;

/** A door that goes round the decision, also from inside a nested type. */
final class TeamApi {
    private final TeamStore teams = new TeamStore();

    private record Question(TeamEntity row) {}

    String name() {
        return new Question(teams.row()).row().name;
    }

    Object cycle(Team team) {
        return new LooksAtTeams(team);
    }
}
