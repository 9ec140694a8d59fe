@NullMarked
package io.goaltree.violations.ingest;

import org.jspecify.annotations.NullMarked;
