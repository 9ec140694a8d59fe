@NullMarked
package io.goaltree.violations.objective;

import org.jspecify.annotations.NullMarked;
