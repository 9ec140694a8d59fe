/**
 * Floor 2. KPIs: what they are, what they mean (definitions, versioned), and their values, one a period, with every
 * correction kept. Knows nothing of objectives or key results.
 */
@NullMarked
package io.goaltree.kpi;

import org.jspecify.annotations.NullMarked;
