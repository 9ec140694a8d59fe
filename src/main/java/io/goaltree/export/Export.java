package io.goaltree.export;

import java.time.Instant;

/**
 * Rows that are being read.
 *
 * @param asOf what was committed up to then is in them; the next load may ask for what changed since
 */
record Export(Instant asOf, Lines lines) {}
