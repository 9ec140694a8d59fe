package io.goaltree.app;

import io.goaltree.gate.Openness;
import io.goaltree.token.AdminAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands down who is let in. */
@ApplicationScoped
class AccessWiring {

    /** As soon as there is a way to say who one is, everybody has to. */
    @Produces
    @Singleton
    Openness openness(Settings settings, @ConfigProperty(name = "goaltree.oidc.issuer") Optional<String> issuer) {
        boolean wished = settings.access().anonymous() == Settings.Access.Anonymous.LOOPBACK;
        return new Openness(wished && settings.adminToken().isEmpty() && issuer.isEmpty());
    }

    @Produces
    @Singleton
    AdminAccess adminAccess(Settings settings, Openness openness) {
        return new AdminAccess(settings.adminToken(), !openness.onLoopback());
    }
}
