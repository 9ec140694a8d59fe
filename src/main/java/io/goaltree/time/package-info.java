/**
 * Floor 0. Calendar words: half-open ranges of dates, and the periods a cadence cuts them into.
 * JDK only; no clock and no zone live here, callers say which day it is.
 */
@NullMarked
package io.goaltree.time;

import org.jspecify.annotations.NullMarked;
