@NullMarked
package io.goaltree.violations.tree;

import org.jspecify.annotations.NullMarked;
