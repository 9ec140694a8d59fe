package io.goaltree.edge;

import io.goaltree.shared.UserErrorCode;
import io.smallrye.graphql.api.Nullable;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The door to anything by its global id. */
@GraphQLApi
public class NodeApi {
    private final Instance<NodeSource> sources;
    private final PageLimits limits;

    NodeApi(Instance<NodeSource> sources, PageLimits limits) {
        this.sources = sources;
        this.limits = limits;
    }

    @Query
    public @Nullable Node node(@Id @NonNull String id) {
        return nodes(List.of(id)).get(0);
    }

    @Query
    @NonNull
    public List<Node> nodes(@NonNull List<@NonNull String> ids) {
        if (ids.size() > limits.most()) {
            throw new RequestRefused(
                    UserErrorCode.TOO_MANY_ITEMS,
                    "ids has " + ids.size() + " entries; it may have at most " + limits.most());
        }
        Map<String, Node> found = new HashMap<>();
        for (NodeSource source : sources) {
            Set<UUID> wanted = ids.stream()
                    .flatMap(id -> Ids.parse(source.kind(), id).stream())
                    .collect(Collectors.toSet());
            if (!wanted.isEmpty()) {
                source.nodesById(wanted).values().forEach(node -> found.put(node.id(), node));
            }
        }
        List<Node> nodes = new ArrayList<>();
        ids.forEach(id -> nodes.add(found.get(id)));
        return nodes;
    }
}
