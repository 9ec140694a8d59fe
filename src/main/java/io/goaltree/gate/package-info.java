/**
 * Floor 2. Who stands at the doors: finds out who asks, whether they may, and what they see.
 */
@NullMarked
package io.goaltree.gate;

import org.jspecify.annotations.NullMarked;
