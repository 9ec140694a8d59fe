package io.goaltree.export;

import io.goaltree.edge.PageInfo;
import io.smallrye.graphql.api.DefaultNonNull;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

@DefaultNonNull
public record KpiValueRowConnection(
        List<@NonNull KpiValueRowEdge> edges, List<@NonNull KpiValueRow> nodes, PageInfo pageInfo, Instant asOf) {}
