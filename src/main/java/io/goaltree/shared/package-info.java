/**
 * Floor 0. The small values every room uses: refusals as values, checks of input, exact decimals.
 * JDK only; nothing here knows a table, a route or a library.
 */
@NullMarked
package io.goaltree.shared;

import org.jspecify.annotations.NullMarked;
