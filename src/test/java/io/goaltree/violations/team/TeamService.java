package io.goaltree.violations.team;

import jakarta.transaction.Transactional;

/** Breaks no rule. */
public class TeamService {
    private final PersonStore people = new PersonStore();

    @Transactional
    public Object decide() {
        return people;
    }

    @Transactional
    Object decideForANeighbour() {
        return people;
    }
}
