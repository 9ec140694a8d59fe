/**
 * Floor 0. Every formula about being on course: progress, roll-up, pace, KPI health; worked by hand in
 * {@code src/docs/scoring.md}. JDK and {@code time} only; no clock, no rounding before a comparison, no storage.
 */
@NullMarked
package io.goaltree.scoring;

import org.jspecify.annotations.NullMarked;
