/**
 * Floor 1. Who may come in: every door beside GraphQL says what its callers need, and one place looks whether they have it.
 */
@NullMarked
package io.goaltree.access;

import org.jspecify.annotations.NullMarked;
