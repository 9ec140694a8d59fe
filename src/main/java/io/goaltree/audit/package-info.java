/**
 * The audit of single things: what was changed, by whom, when, from what to what. Floor 3: it names the tables of all rooms
 * below, and reads the history that triggers keep (ADR 0007); nobody writes here.
 */
@NullMarked
package io.goaltree.audit;

import org.jspecify.annotations.NullMarked;
