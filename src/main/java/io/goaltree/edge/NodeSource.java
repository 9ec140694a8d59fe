package io.goaltree.edge;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** How a feature lets {@code node} and {@code nodes} find its things; one bean a kind. */
public interface NodeSource {
    Kind kind();

    /** Everything found, by row id, with a number of statements that does not depend on how many are asked for. */
    Map<UUID, ? extends Node> nodesById(Collection<UUID> ids);
}
