@NullMarked
package io.goaltree.violations.shared;

import org.jspecify.annotations.NullMarked;
