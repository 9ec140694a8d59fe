package io.goaltree.violations.team;

import io.goaltree.violations.app.Wiring;

/** Knows the top floor. */
final class LooksAtTheApp extends Wiring {}
