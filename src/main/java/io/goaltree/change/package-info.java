/**
 * Floor 1. What has changed: triggers write it down, every replica reads it after commit. Knows tables by name only, and
 * nothing of what they mean; who asks is told in terms of families (ADR 0005).
 */
@NullMarked
package io.goaltree.change;

import org.jspecify.annotations.NullMarked;
