package io.goaltree.export;

import java.time.Instant;
import java.util.List;

/** All rows of a cycle, of one state of the database. */
record CycleRows(Instant asOf, List<CycleSummaryRow> summaries, List<KeyResultRow> keyResults) {}
