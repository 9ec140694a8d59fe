@NullMarked
package io.goaltree.violations.edge;

import org.jspecify.annotations.NullMarked;
