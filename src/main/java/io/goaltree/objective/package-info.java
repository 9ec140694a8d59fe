/** Floor 2. Objectives: what is to be achieved, by whom, in which cycle. What measures them is added from above. */
@NullMarked
package io.goaltree.objective;

import org.jspecify.annotations.NullMarked;
