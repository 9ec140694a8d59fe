/**
 * Floor 1. Who asks and what they may: rights, how far they go, and for whom a thread works. The JDK only; who stands at the
 * doors and looks is in {@code gate}.
 */
@NullMarked
package io.goaltree.access;

import org.jspecify.annotations.NullMarked;
