package io.goaltree.violations.keyresult;

import io.goaltree.violations.team.Team;

/** Looks along the arrows keyresult, objective, team: breaks no rule. */
public record KeyResult(Team team) {}
