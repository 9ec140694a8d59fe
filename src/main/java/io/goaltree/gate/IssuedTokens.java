package io.goaltree.gate;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.Tenant;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * Tells the tokens that our issuer made for us from all others. Quarkus fetches the issuer's keys and checks signature
 * (asymmetric algorithms only), issuer, audience and times; nothing of a request is shown to it but the token.
 */
@ApplicationScoped
class IssuedTokens {
    /** How far the clocks of issuer and service may differ. */
    static final Duration LEEWAY = Duration.ofSeconds(30);

    private static final String TENANT = "people";
    private static final Logger LOG = Logger.getLogger(IssuedTokens.class);

    /** Longer ones fit into no header; they might come over a socket. */
    private static final int LONGEST_TOKEN = 16_384;

    private static final String NOBODYS_TOKEN = "e30.e30.e30";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** A token that names a key which nobody knows makes us look for new keys, at most this often. */
    private static final Duration KEYS_ANEW = Duration.ofSeconds(10);

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

    private final TrustedIssuer issuer;
    private final TenantIdentityProvider people;
    private final ReentrantLock trying = new ReentrantLock();
    private final Interval tries = new Interval(BETWEEN_TRIES);
    private final Interval lines = new Interval(BETWEEN_LINES);
    private volatile boolean reached;

    IssuedTokens(TrustedIssuer issuer, @Tenant(TENANT) TenantIdentityProvider people) {
        this.issuer = issuer;
        this.people = people;
    }

    static void introduce(@Observes Oidc oidc, TrustedIssuer issuer) {
        if (issuer.isThere()) {
            oidc.create(OidcTenantConfig.authServerUrl(issuer.url())
                    .tenantId(TENANT)
                    .applicationType(ApplicationType.SERVICE)
                    .connectionTimeout(PATIENCE)
                    .token()
                    .issuer(issuer.url())
                    .audience(issuer.audience())
                    .subjectRequired()
                    .lifespanGrace((int) LEEWAY.toSeconds())
                    .forcedJwkRefreshInterval(KEYS_ANEW)
                    .allowJwtIntrospection(false)
                    .allowOpaqueTokenIntrospection(false)
                    .end()
                    .build());
        }
    }

    /** Finds out at once whether the issuer can be reached: whoever starts the service should know. */
    void tryAtStart(@Observes StartupEvent start) {
        if (issuer.isThere()) {
            verified(NOBODYS_TOKEN);
        }
    }

    /** What a token says; empty when it is not good, or when nobody can tell for now. May block. */
    Optional<Claims> verified(String token) {
        if (token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        return reached ? asked(token) : asOneOfMany(token);
    }

    /** Until the issuer was reached once, each question is a try to reach it: one at a time, with a pause between them. */
    private Optional<Claims> asOneOfMany(String token) {
        if (!trying.tryLock()) {
            return Optional.empty();
        }
        try {
            return tries.isOver() ? asked(token) : Optional.empty();
        } finally {
            trying.unlock();
        }
    }

    private Optional<Claims> asked(String token) {
        try {
            people.authenticate(new AccessTokenCredential(token)).await().atMost(PATIENCE);
            reached = true;
            return Optional.of(Claims.of(token));
        } catch (AuthenticationFailedException e) {
            reached = true;
            return Optional.empty();
        } catch (RuntimeException e) {
            tries.begin();
            if (lines.isOver()) {
                lines.begin();
                LOG.warnf("Tokens of people are refused: nothing was learnt from the issuer %s (%s)", issuer.url(), e);
            }
            return Optional.empty();
        }
    }
}
