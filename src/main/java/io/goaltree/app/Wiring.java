package io.goaltree.app;

import io.goaltree.edge.PageLimits;
import io.goaltree.edge.http.HttpLimits;
import io.goaltree.edge.limits.DocumentLimits;
import io.goaltree.edge.operation.PersistedLimits;
import io.goaltree.edge.operation.RateLimits;
import io.goaltree.edge.stream.Origins;
import io.goaltree.edge.stream.SocketLimits;
import io.goaltree.edge.stream.StreamLimits;
import io.goaltree.kpi.KpiGrace;
import io.goaltree.scoring.PaceLimits;
import io.goaltree.time.Now;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/** Hands settings down as the plain values the lower floors ask for. */
@ApplicationScoped
class Wiring {

    @Produces
    @Singleton
    @DefaultBean
    InstantSource instantSource() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    Now now(InstantSource source, Settings settings) {
        return new Now(source, settings.zone());
    }

    @Produces
    @Singleton
    PageLimits pageLimits(Settings settings) {
        return new PageLimits(
                settings.pageSize().standard(), settings.pageSize().most());
    }

    @Produces
    @Singleton
    PaceLimits paceLimits(Settings settings) {
        return new PaceLimits(settings.pace().behind(), settings.pace().atRisk());
    }

    @Produces
    @Singleton
    KpiGrace kpiGrace(Settings settings) {
        return new KpiGrace(settings.graceDays());
    }

    @Produces
    @Singleton
    DocumentLimits documentLimits(Settings settings) {
        Settings.Limits limits = settings.limits();
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
