/** Floor 2. Key results: the measurable outcomes of an objective, and how each is measured. */
@NullMarked
package io.goaltree.keyresult;

import org.jspecify.annotations.NullMarked;
