package io.goaltree.demo;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** A fresh database in the server of all tests: what other test classes write is not in it. */
public final class EmptyDatabase implements QuarkusTestResourceLifecycleManager {
    private static final String NAME =
            "goaltree_demo_" + ProcessHandle.current().pid();

    /** After the resource that starts the server, whose settings this one replaces. */
    @Override
    public int order() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Map<String, String> start() {
        execute("drop database if exists " + NAME + " with (force)");
        execute("create database " + NAME);
        return Map.of("quarkus.datasource.jdbc.url", url().replaceFirst("/[^/?]*(\\?|$)", "/" + NAME + "$1"));
    }

    @Override
    public void stop() {
        execute("drop database if exists " + NAME + " with (force)");
    }

    private static void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(
                        url(),
                        setting("io.goaltree.test.user", "quarkus.datasource.username"),
                        setting("io.goaltree.test.password", "quarkus.datasource.password"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String url() {
        return setting("io.goaltree.test.url", "quarkus.datasource.jdbc.url");
    }

    /** What TestDatabase has started, or the server the tests were given. */
    private static String setting(String started, String given) {
        Config config = ConfigProvider.getConfig();
        return config.getOptionalValue(started, String.class)
                .or(() -> config.getOptionalValue(given, String.class))
                .orElse("goaltree");
    }
}
