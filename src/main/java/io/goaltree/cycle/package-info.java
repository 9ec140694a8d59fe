/** Floor 2. Cycles: named periods in which goals are pursued, their life, and whether they still take writes. */
@NullMarked
package io.goaltree.cycle;

import org.jspecify.annotations.NullMarked;
