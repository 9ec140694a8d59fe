package io.goaltree.gate;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Says at start that the service is open. */
@ApplicationScoped
class OpenStart {
    private static final Logger LOG = Logger.getLogger(OpenStart.class);

    void onStart(@Observes StartupEvent started, Openness openness) {
        if (openness.onLoopback()) {
            LOG.warn("Open: whoever asks from this machine may do everything without saying who they are."
                    + " To close it, set goaltree.access.anonymous=none, goaltree.admin-token or goaltree.oidc.issuer");
        }
    }
}
