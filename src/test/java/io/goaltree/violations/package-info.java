/** A house that breaks every rule once or more: the proof that {@code HouseRules} can fail. Nothing here is ever run. */
@NullMarked
package io.goaltree.violations;

import org.jspecify.annotations.NullMarked;
