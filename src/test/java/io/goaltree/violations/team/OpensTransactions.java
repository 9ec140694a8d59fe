package io.goaltree.violations.team;

import jakarta.transaction.Transactional;

/** A transaction outside a service. */
class OpensTransactions {
    @Transactional
    public void write() {}
}
