package io.goaltree.violations.team;

import jakarta.transaction.Transactional;

/** A transaction nobody from outside passes through. */
class HiddenService {
    @Transactional
    void decide() {}
}
