package io.goaltree.violations.objective;

import io.goaltree.violations.keyresult.KeyResult;

/** Looks against an arrow. */
record LooksAtKeyResults(KeyResult keyResult) {}
