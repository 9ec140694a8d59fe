/**
 * The past: reading as of an instant, and what has changed since when. Floor 1. Nothing in here knows a table by its meaning.
 */
@NullMarked
package io.goaltree.history;

import org.jspecify.annotations.NullMarked;
