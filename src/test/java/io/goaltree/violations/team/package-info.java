@NullMarked
package io.goaltree.violations.team;

import org.jspecify.annotations.NullMarked;
