package io.goaltree;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSourceMetrics;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** No test class leaves a connection behind: what takes one of the pool gives it back, whatever went wrong. */
public class GivenBack implements QuarkusTestAfterAllCallback {

    @Override
    public void afterAll(QuarkusTestContext context) {
        AgroalDataSourceMetrics pool =
                Arc.container().instance(AgroalDataSource.class).get().getMetrics();
        assertThat(pool.creationCount()).as("connections made").isPositive();
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (pool.activeCount() > 0 && System.nanoTime() < patience) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        assertThat(pool.activeCount())
                .as("connections that were not given back")
                .isZero();
    }
}
