package io.goaltree.violations.team;

import jakarta.inject.Inject;

/** Hides what it needs. */
class TakesByField {
    @Inject
    Team team;
}
