package io.goaltree.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.TestClock;
import io.goaltree.World;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CurlRecipeTest {
    private final Recipe recipe = new Recipe("curl");

    @TestHTTPResource("/")
    URL service;

    @Inject
    World world;

    @Inject
    TestClock clock;

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void curl_posts_loads_once_and_then_only_what_changed_as_its_recipe_says() {
        Shell.needs("bash", "curl", "gzip");
        String kpi = world.kpi("cadence", "WEEKLY", "unit", "percent");
        try (FaultyDoor door = new FaultyDoor(service).ticking(clock)) {
            String printed = new Shell(recipe.folder(), Map.of())
                    .with("GOALTREE_URL", door.url())
                    .with("GOALTREE_KPI", kpi)
                    .with("GOALTREE_HEADER", "X-Stranger: 1")
                    .run("bash", "recipe.sh")
                    .with(0)
                    .output();
            assertThat(printed.replace(kpi, "failed-changes")).isEqualTo(recipe.shown("recipe.sh"));
        }
    }
}
