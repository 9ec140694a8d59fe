package io.goaltree.edge;

import io.smallrye.graphql.execution.datafetcher.PlugableBatchableDataFetcher;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.spi.DataFetcherService;

/** Puts our handling of subscriptions in place of SmallRye's; found by the ServiceLoader. */
@SuppressWarnings("rawtypes") // as the interface has it
public final class StreamFetchers implements DataFetcherService {
    private static final int BEFORE_THOSE_OF_QUARKUS = 0;

    @Override
    public Integer getPriority() {
        return BEFORE_THOSE_OF_QUARKUS;
    }

    @Override
    public PlugableBatchableDataFetcher getMultiDataFetcher(Operation operation, Type type) {
        return new StreamFetcher<>(operation, type);
    }
}
