package io.goaltree.app;

import io.goaltree.change.ChangeRetention;
import io.goaltree.checkin.CheckInCadence;
import io.goaltree.coach.FindingLimits;
import io.goaltree.edge.BacklogLimit;
import io.goaltree.edge.PageLimits;
import io.goaltree.edge.http.HttpLimits;
import io.goaltree.edge.limits.DocumentLimits;
import io.goaltree.edge.operation.PersistedDocuments;
import io.goaltree.edge.operation.RateLimits;
import io.goaltree.edge.operation.RunLimits;
import io.goaltree.edge.stream.SocketLimits;
import io.goaltree.edge.stream.StreamLimits;
import io.goaltree.export.KeptRowsPause;
import io.goaltree.kpi.KpiGrace;
import io.goaltree.review.RecommendedGaps;
import io.goaltree.scoring.PaceLimits;
import io.goaltree.scoring.ReviewInterval;
import io.goaltree.time.Now;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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
            CheckInCadence checkIns,
            FindingLimits findings,
            ChangeRetention changes,
            BacklogLimit backlog) {
        LOG.debugf(
                "Settings: %s, %s, %s, %s, %s, %s, %s, zone %s",
                pages, pace, grace, checkIns, findings, changes, backlog, now.zone());
    }

    void checkReviews(
            @Observes StartupEvent start, ReviewInterval reviews, RecommendedGaps gaps, KeptRowsPause keptRows) {
        LOG.debugf("Settings: %s, %s, %s", reviews, gaps, keptRows);
    }

    void checkEdge(
            @Observes StartupEvent start,
            DocumentLimits documents,
            HttpLimits http,
            RateLimits rates,
            RunLimits runs,
            PersistedDocuments persisted) {
        // Asked, because a bean of the application's scope is not made before it is.
        String registered = persisted.toString();
        LOG.debugf("Settings: %s, %s, %s, %s, %s", documents, http, rates, runs, registered);
    }

    void checkStreams(
            @Observes StartupEvent start,
            SocketLimits sockets,
            StreamLimits streams,
            Settings settings,
            @ConfigProperty(name = "quarkus.http.idle-timeout") Duration idleTimeout) {
        refuseSilence("ping", settings.socket().ping(), idleTimeout);
        refuseSilence("comment-time", settings.socket().commentTime(), idleTimeout);
        LOG.debugf("Settings: %s, %s", sockets, streams);
    }

    private static void refuseSilence(String setting, Duration time, Duration idleTimeout) {
        if (time.compareTo(idleTimeout) >= 0) {
            throw new IllegalArgumentException("goaltree.socket." + setting + " is " + time
                    + "; it must be below quarkus.http.idle-timeout, " + idleTimeout);
        }
    }
}
