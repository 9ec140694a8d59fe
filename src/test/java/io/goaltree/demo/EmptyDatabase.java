package io.goaltree.demo;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
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
        String user = startedOrGiven("io.goaltree.test.username", "quarkus.datasource.username");
        String password = startedOrGiven("io.goaltree.test.password", "quarkus.datasource.password");
        try (Connection connection = DriverManager.getConnection(url(), user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String url() {
        return startedOrGiven("io.goaltree.test.url", "quarkus.datasource.jdbc.url");
    }

    /** Of the server that TestDatabase has started, or of the one the tests were given. */
    private static String startedOrGiven(String started, String given) {
        return Optional.ofNullable(System.getProperty(started))
                .or(() -> given(given))
                .orElseThrow();
    }

    private static Optional<String> given(String name) {
        return ConfigProvider.getConfig().getOptionalValue(name, String.class);
    }
}
