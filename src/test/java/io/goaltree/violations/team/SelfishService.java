package io.goaltree.violations.team;

import jakarta.transaction.Transactional;

/** Believes that it opens a transaction by calling itself; calling a neighbour is fine. */
class SelfishService {
    private final TeamService neighbour = new TeamService();

    Object decideAll() {
        decide();
        return neighbour.decide();
    }

    @Transactional
    void decide() {}
}
