/**
 * Floor 3. The plain HTTP door for scripts that bring KPI values: JSON arrays, NDJSON and CSV of any length, on the same service
 * as GraphQL. Reads and writes text; decides nothing.
 */
@NullMarked
package io.goaltree.ingest;

import org.jspecify.annotations.NullMarked;
