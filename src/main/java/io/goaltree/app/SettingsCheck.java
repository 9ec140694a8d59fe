package io.goaltree.app;

import io.goaltree.change.ChangeRetention;
import io.goaltree.edge.BacklogLimit;
import io.goaltree.edge.PageLimits;
import io.goaltree.edge.http.HttpLimits;
import io.goaltree.edge.limits.DocumentLimits;
import io.goaltree.edge.operation.PersistedDocuments;
import io.goaltree.edge.operation.RateLimits;
import io.goaltree.edge.stream.SocketLimits;
import io.goaltree.edge.stream.StreamLimits;
import io.goaltree.kpi.KpiGrace;
import io.goaltree.scoring.PaceLimits;
import io.goaltree.time.Now;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Makes what the settings say at start, so that nonsense stops the service then and not every request later. */
@ApplicationScoped
class SettingsCheck {
    private static final Logger LOG = Logger.getLogger(SettingsCheck.class);

    void check(
            @Observes StartupEvent start,
            Now now,
            PageLimits pages,
            PaceLimits pace,
            KpiGrace grace,
            ChangeRetention changes,
            BacklogLimit backlog) {
        LOG.debugf("Settings: %s, %s, %s, %s, %s, zone %s", pages, pace, grace, changes, backlog, now.zone());
    }

    void checkEdge(
            @Observes StartupEvent start,
            DocumentLimits documents,
            HttpLimits http,
            RateLimits rates,
            PersistedDocuments persisted) {
        LOG.debugf("Settings: %s, %s, %s, %s", documents, http, rates, persisted);
    }

    void checkStreams(@Observes StartupEvent start, SocketLimits sockets, StreamLimits streams) {
        LOG.debugf("Settings: %s, %s", sockets, streams);
    }
}
