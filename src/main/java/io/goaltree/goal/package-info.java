/**
 * Floor 2, its top. Writes that span an objective, its key results and its alignments: an objective is born whole, and
 * alignments never form a loop.
 */
@NullMarked
package io.goaltree.goal;

import org.jspecify.annotations.NullMarked;
