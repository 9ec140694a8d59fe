package io.goaltree.app;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start where every page could ask in the name of whoever looks at it: Quarkus would let it. */
@ApplicationScoped
class CorsCheck {
    /** An origin that nobody would name. */
    private static final String ANYBODY = "https://nobody.invalid";

    void check(
            @Observes StartupEvent start,
            @ConfigProperty(name = "quarkus.http.cors.enabled", defaultValue = "false") boolean isOpen,
            @ConfigProperty(name = "quarkus.http.cors.origins") Optional<List<String>> origins,
            @ConfigProperty(name = "quarkus.http.cors.access-control-allow-credentials")
                    Optional<Boolean> credentials) {
        if (isOpen) {
            refuseEverybodysCredentials(origins.orElse(List.of()), credentials.orElse(false));
        }
    }

    private static boolean isEverybody(String origin) {
        boolean isPattern = origin.length() > 1 && origin.startsWith("/") && origin.endsWith("/");
        return origin.equals("*") || (isPattern && ANYBODY.matches(origin.substring(1, origin.length() - 1)));
    }

    static void refuseEverybodysCredentials(List<String> origins, boolean credentials) {
        origins.stream()
                .map(String::strip)
                .filter(origin -> credentials && isEverybody(origin))
                .findAny()
                .ifPresent(origin -> {
                    throw new IllegalArgumentException("quarkus.http.cors.origins is " + origin
                            + " while quarkus.http.cors.access-control-allow-credentials is true;"
                            + " name the origins, or leave credentials out");
                });
    }
}
