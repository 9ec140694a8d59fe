/**
 * Floor 0. What a KPI's history says about itself by process-behaviour (XmR) analysis: segments, limits, signals and a
 * verdict; worked by hand in {@code src/docs/behaviour.md}. JDK, {@code time} and {@code scoring.Direction} only; no
 * clock, no rounding before a comparison, no storage.
 */
@NullMarked
package io.goaltree.behaviour;

import org.jspecify.annotations.NullMarked;
