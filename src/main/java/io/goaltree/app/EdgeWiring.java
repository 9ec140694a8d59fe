package io.goaltree.app;

import io.goaltree.checkin.CheckInCadence;
import io.goaltree.coach.FindingLimits;
import io.goaltree.edge.PageLimits;
import io.goaltree.edge.http.Edition;
import io.goaltree.edge.http.HttpLimits;
import io.goaltree.edge.limits.DocumentLimits;
import io.goaltree.edge.operation.PersistedLimits;
import io.goaltree.edge.operation.RateLimits;
import io.goaltree.edge.operation.RunLimits;
import io.goaltree.edge.stream.Origins;
import io.goaltree.edge.stream.SocketLimits;
import io.goaltree.edge.stream.StreamLimits;
import io.goaltree.kpi.KpiGrace;
import io.goaltree.scoring.PaceLimits;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Hands the settings of the edge down as plain values. */
@ApplicationScoped
class EdgeWiring {
    private static final int INTROSPECTION_DEPTH = 15;

    @Produces
    @Singleton
    DocumentLimits documentLimits(Settings settings) {
        Settings.Limits limits = settings.limits();
        if (limits.depth() < INTROSPECTION_DEPTH) {
            throw new IllegalArgumentException("goaltree.limits.depth is " + limits.depth() + "; it must be at least "
                    + INTROSPECTION_DEPTH + ", which introspection needs");
        }
        return new DocumentLimits(
                limits.documentBytes(),
                limits.tokens(),
                limits.depth(),
                limits.aliases(),
                limits.directives(),
                limits.rootFields(),
                limits.cost(),
                settings.pageSize().most(),
                limits.listSize(),
                settings.pageSize().standard(),
                settings.introspection());
    }

    @Produces
    @Singleton
    HttpLimits httpLimits(Settings settings) {
        Settings.Limits limits = settings.limits();
        return new HttpLimits(limits.bodyBytes(), limits.jsonDepth(), limits.requestTime(), limits.errors());
    }

    @Produces
    @Singleton
    RunLimits runLimits(Settings settings) {
        return new RunLimits(settings.limits().running(), settings.limits().values());
    }

    @Produces
    @Singleton
    PersistedLimits persistedLimits(Settings settings) {
        Settings.Documents documents = settings.documents();
        return new PersistedLimits(documents.folder(), documents.trustedOnly(), documents.rememberedCharacters());
    }

    @Produces
    @Singleton
    RateLimits rateLimits(Settings settings) {
        return new RateLimits(
                settings.rateLimit().perMinute(), settings.rateLimit().burst());
    }

    /** What the answers of this build and these settings have in common. */
    @Produces
    @Singleton
    Edition edition(
            Now now,
            PaceLimits pace,
            KpiGrace grace,
            CheckInCadence checkIns,
            FindingLimits findings,
            PageLimits pages,
            DocumentLimits documents) {
        return new Edition(String.join(" ", Build.id(), now.zone().getId(), pace.toString(), grace.toString()) + " "
                + checkIns + " " + findings + " " + pages + " " + documents);
    }

    @Produces
    @Singleton
    SocketLimits socketLimits(Settings settings) {
        Settings.Socket socket = settings.socket();
        return new SocketLimits(
                new Origins(socket.origins().orElse(List.of())),
                socket.initTime(),
                socket.ping(),
                socket.operations(),
                settings.limits().bodyBytes(),
                settings.limits().jsonDepth());
    }

    @Produces
    @Singleton
    StreamLimits streamLimits(Settings settings) {
        Settings.Socket socket = settings.socket();
        return new StreamLimits(
                socket.connections(),
                socket.connectionsPerAddress(),
                socket.slowTime(),
                socket.commentTime(),
                settings.limits().requestTime(),
                settings.limits().errors());
    }
}
