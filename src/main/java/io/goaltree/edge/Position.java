package io.goaltree.edge;

import java.util.UUID;

/** A place in a sorted list: the value it is sorted by, as text, and the row's id, which breaks ties. */
public record Position(String sort, UUID id) {}
