package io.goaltree.violations.team;

import jakarta.transaction.Transactional;

/** Transactions that are never opened: no caller comes through the container. */
class HiddenService {
    @Transactional
    private void decide() {}

    @Transactional
    static void decideForAll() {}

    @Transactional
    final void decideForGood() {}
}
