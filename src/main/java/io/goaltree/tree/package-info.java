/**
 * Floor 3. Answers across features: the goal tree with its progress, lists of objectives, summaries. Whatever needs a
 * roll-up reads one {@link io.goaltree.tree.Survey}, computed in one pass from a fixed number of statements, now or as of an
 * instant; a {@link io.goaltree.tree.Forest} adds the things themselves.
 */
@NullMarked
package io.goaltree.tree;

import org.jspecify.annotations.NullMarked;
