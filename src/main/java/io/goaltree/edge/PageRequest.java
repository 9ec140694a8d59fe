package io.goaltree.edge;

import org.jspecify.annotations.Nullable;

/**
 * A validated wish for one page of one list.
 *
 * @param list the list, its filter and its order: a cursor is good for exactly this text
 * @param size 0 or more
 * @param backward whether the page is counted from the end of the list
 * @param from the row the page begins after (or ends before), null for the end of the list
 */
public record PageRequest(
        String list, int size, boolean backward, @Nullable Position from) {}
