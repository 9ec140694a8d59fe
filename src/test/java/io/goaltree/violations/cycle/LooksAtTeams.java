package io.goaltree.violations.cycle;

import io.goaltree.violations.team.Team;

/** Looks where no arrow leads, and is looked at from there. */
public record LooksAtTeams(Team team) {}
