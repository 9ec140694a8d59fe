/**
 * Floor 3. Flat rows for BI: over GraphQL, as CSV and NDJSON, and kept as tables behind the views of the schema bi_v1. The
 * columns of a row are the components of its record, in their order, the same at all three doors.
 */
@NullMarked
package io.goaltree.export;

import org.jspecify.annotations.NullMarked;
