package io.goaltree;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Who holds a connection of the pool, and since when. */
@Unremovable
@ApplicationScoped
class Borrowed implements AgroalPoolInterceptor {
    private record Loan(Throwable at, long since) {}

    private final Map<Object, Loan> loans = new ConcurrentHashMap<>();

    @Override
    public void onConnectionAcquire(Connection connection) {
        Throwable at = new Throwable(Thread.currentThread().getName());
        loans.put(PretendedTime.physical(connection), new Loan(at, System.nanoTime()));
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        loans.remove(PretendedTime.physical(connection));
    }

    /** Where the connections were taken that have been held for longer than so long. */
    List<Throwable> longerThan(long seconds) {
        long before = System.nanoTime() - TimeUnit.SECONDS.toNanos(seconds);
        return loans.values().stream()
                .filter(loan -> loan.since() < before)
                .map(Loan::at)
                .toList();
    }
}
