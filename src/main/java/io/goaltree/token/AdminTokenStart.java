package io.goaltree.token;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Sees to it, at start, that somebody can get in. */
@ApplicationScoped
class AdminTokenStart {
    private static final Logger LOG = Logger.getLogger(AdminTokenStart.class);

    private final AdminAccess access;
    private final AdminTokenService tokens;

    AdminTokenStart(AdminAccess access, AdminTokenService tokens) {
        this.access = access;
        this.tokens = tokens;
    }

    void onStart(@Observes StartupEvent started) {
        if (access.secret().isPresent()) {
            if (!tokens.take(new Secret(access.secret().get()))) {
                LOG.error("goaltree.admin-token (GOALTREE_ADMIN_TOKEN) opens nothing: it was revoked, has expired or"
                        + " is no administrator's; give a new one");
            }
        } else if (access.isNeeded()) {
            tokens.first()
                    .ifPresent(secret -> LOG.warnf(
                            "There was no administrator's token yet. This one is shown here, once: %s", secret.text()));
        }
    }
}
