package io.goaltree.app;

import io.goaltree.change.ChangeRetention;
import io.goaltree.checkin.CheckInCadence;
import io.goaltree.coach.FindingLimits;
import io.goaltree.edge.BacklogLimit;
import io.goaltree.edge.PageLimits;
import io.goaltree.edge.Reading;
import io.goaltree.export.KeptRowsPause;
import io.goaltree.export.KeptRowsReach;
import io.goaltree.gate.TrustedIssuer;
import io.goaltree.kpi.KpiGrace;
import io.goaltree.review.RecommendedGaps;
import io.goaltree.scoring.PaceLimits;
import io.goaltree.scoring.ReviewInterval;
import io.goaltree.time.Now;
import io.goaltree.tree.PrivateCounts;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Set;

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
        return new Now(Reading.clock(source), settings.zone());
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
    CheckInCadence checkInCadence(Settings settings) {
        return new CheckInCadence(settings.checkInCadence());
    }

    @Produces
    @Singleton
    FindingLimits findingLimits(Settings settings) {
        Settings.Findings findings = settings.findings();
        return new FindingLimits(
                findings.mostObjectives(),
                findings.fewestKeyResults(),
                findings.mostKeyResults(),
                findings.fewestKpis(),
                findings.mostKpis(),
                findings.mostDefinitions(),
                findings.definitionDays(),
                findings.mostGaps());
    }

    @Produces
    @Singleton
    ReviewInterval reviewInterval(Settings settings) {
        return new ReviewInterval(settings.reviewCadence());
    }

    @Produces
    @Singleton
    RecommendedGaps recommendedGaps(Settings settings) {
        return new RecommendedGaps(settings.recommendedGaps());
    }

    @Produces
    @Singleton
    ChangeRetention changeRetention(Settings settings) {
        return new ChangeRetention(settings.changes().kept());
    }

    @Produces
    @Singleton
    BacklogLimit backlogLimit(Settings settings) {
        return new BacklogLimit(settings.subscriptions().backlog());
    }

    @Produces
    @Singleton
    KeptRowsReach keptRowsReach(Settings settings) {
        return new KeptRowsReach(settings.bi().isPrivate());
    }

    @Produces
    @Singleton
    PrivateCounts privateCounts(Settings settings) {
        return new PrivateCounts(settings.access().privateCounts());
    }

    @Produces
    @Singleton
    KeptRowsPause keptRowsPause(Settings settings) {
        return new KeptRowsPause(settings.bi().pause());
    }

    @Produces
    @Singleton
    TrustedIssuer trustedIssuer(Settings settings) {
        Settings.Oidc oidc = settings.oidc();
        return oidc.issuer()
                .map(issuer -> TrustedIssuer.of(
                        issuer,
                        oidc.audience().orElse(""),
                        oidc.rightsClaim(),
                        oidc.defaultRights().orElse(Set.of())))
                .orElse(TrustedIssuer.NONE);
    }
}
