@NullMarked
package io.goaltree.violations.app;

import org.jspecify.annotations.NullMarked;
