package io.goaltree.change;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/** The one feed of this replica, and the sweeping of what it has read: from the start of the service to its end. */
@ApplicationScoped
class ChangeFeedStart {

    @Produces
    @Singleton
    ChangeFeed feed(AgroalDataSource database) {
        try {
            return new ChangeFeed(ChangeConnections.like(database));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Produces
    @Singleton
    ChangeSweep sweep(AgroalDataSource database, ChangeRetention retention) {
        return new ChangeSweep(database, retention);
    }

    void start(@Observes StartupEvent start, ChangeFeed feed, ChangeSweep sweep) {
        feed.start();
        sweep.start();
    }

    void stop(@Observes ShutdownEvent stop, ChangeFeed feed, ChangeSweep sweep) {
        sweep.close();
        feed.close();
    }
}
