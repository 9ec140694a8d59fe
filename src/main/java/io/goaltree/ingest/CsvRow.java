package io.goaltree.ingest;

import io.goaltree.kpi.ValueToRecord;

/**
 * One row of a CSV text.
 *
 * @param line the physical line it begins on, the header being line 1
 */
record CsvRow(long line, ValueToRecord value) {}
