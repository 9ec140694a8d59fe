/**
 * Floor 3. Carry-over: copies objectives into another cycle with all that belongs to them, and what became a copy of what.
 * Its statements copy rows of several rooms at once, so that their number does not depend on how much is copied.
 */
@NullMarked
package io.goaltree.carry;

import org.jspecify.annotations.NullMarked;
