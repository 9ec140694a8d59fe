package io.goaltree.app;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * The role that the service has in the embedded PostgreSQL once it has migrated: it owns nothing and is no superuser, so no statement of the
 * service reaches beyond its rows. Its password is another one with every start, and kept nowhere.
 */
record ServiceRole(String name, String password) {

    private static final String NAME = "goaltree_service";
    private static final int SECRET_BYTES = 24;

    static ServiceRole madeIn(EmbeddedDatabase database) {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        ServiceRole role =
                new ServiceRole(NAME, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        Properties login = new Properties();
        login.setProperty("user", database.username());
        login.setProperty("password", database.password());
        // Not by the DriverManager, which does not know the class loader of a packaged service.
        try (Connection connection = new Driver().connect(database.jdbcUrl(), login);
                Statement statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("select from pg_roles where rolname = '" + NAME + "'")
                    .next()) {
                statement.execute("create role " + NAME + " login");
            }
            statement.execute("alter role " + NAME + " password '" + role.password + "'");
            return role;
        } catch (SQLException e) {
            database.close();
            throw new DatabaseRefused("The role " + NAME + " could not be made in PostgreSQL: " + e.getMessage(), e);
        }
    }
}
