@NullMarked
package io.goaltree.violations.cycle;

import org.jspecify.annotations.NullMarked;
