@NullMarked
package io.goaltree.violations.scoring;

import org.jspecify.annotations.NullMarked;
