package io.goaltree.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.World;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CurlRecipeTest {
    private final Recipe recipe = new Recipe("curl");

    @TestHTTPResource("/")
    URI service;

    @Inject
    World world;

    @Test
    void curl_posts_loads_once_and_then_only_what_changed_as_its_recipe_says() {
        Shell.needs("bash", "curl", "gzip");
        String kpi = world.kpi("cadence", "WEEKLY", "unit", "percent");
        String printed = new Shell(recipe.folder(), Map.of())
                .with("GOALTREE_URL", service.resolve("/").toString().replaceFirst("/$", ""))
                .with("GOALTREE_KPI", kpi)
                .with("GOALTREE_HEADER", "X-Stranger: 1")
                .run("bash", "recipe.sh")
                .with(0)
                .output();
        assertThat(printed.replace(kpi, "failed-changes")).isEqualTo(recipe.shown("recipe.sh"));
    }
}
