package io.goaltree.violations.team;

import jakarta.transaction.Transactional;

/** Transactions outside a service, by the class. */
@Transactional
class OpensTransactionsEverywhere {}
