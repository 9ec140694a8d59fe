/**
 * Floor 2. API tokens: secrets that programs show to be known, what they are good for, and the first of them. Who stands at the
 * doors and asks for them is in {@code gate}.
 */
@NullMarked
package io.goaltree.token;

import org.jspecify.annotations.NullMarked;
