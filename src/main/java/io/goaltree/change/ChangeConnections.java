package io.goaltree.change;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.security.AgroalSecurityProvider;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Connections of the feed's own, to the database of the pool. Who listens keeps a connection for good, and the pool may
 * recycle its own.
 */
record ChangeConnections(String url, Properties properties) {
    private static final String TIMEOUT_SECONDS = "30";

    static ChangeConnections like(AgroalDataSource pool) throws SQLException {
        AgroalConnectionFactoryConfiguration configuration =
                pool.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
        Properties properties = new Properties();
        properties.putAll(configuration.jdbcProperties());
        addSecurity(properties, configuration, configuration.principal());
        for (Object credential : configuration.credentials()) {
            addSecurity(properties, configuration, credential);
        }
        properties.setProperty("ApplicationName", "goaltree changes");
        properties.setProperty("tcpKeepAlive", "true");
        // A database that has gone without a word is noticed: no poll takes that long.
        properties.setProperty("connectTimeout", TIMEOUT_SECONDS);
        properties.setProperty("socketTimeout", TIMEOUT_SECONDS);
        return new ChangeConnections(configuration.jdbcUrl(), properties);
    }

    Connection open() throws SQLException {
        return DriverManager.getConnection(url, properties);
    }

    private static void addSecurity(
            Properties properties, AgroalConnectionFactoryConfiguration configuration, @Nullable Object secret)
            throws SQLException {
        if (secret == null) {
            return;
        }
        for (AgroalSecurityProvider provider : configuration.securityProviders()) {
            Properties found = provider.getSecurityProperties(secret);
            if (found != null) {
                properties.putAll(found);
                return;
            }
        }
        throw new SQLException("No way to log in with a " + secret.getClass().getName());
    }
}
