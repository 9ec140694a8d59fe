@NullMarked
package io.goaltree.violations.keyresult;

import org.jspecify.annotations.NullMarked;
