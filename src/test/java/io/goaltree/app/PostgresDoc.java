package io.goaltree.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;

/** What src/docs/postgres.md tells whoever runs the database to do, done on a server of the test's own. */
record PostgresDoc(EmbeddedDatabase server) {
    static final String OWNER = "goaltree_owner";
    static final String OWNERS_PASSWORD = "choose one";
    static final String SERVICE = "goaltree_service";
    static final String SERVICES_PASSWORD = "choose another";

    static String text() throws IOException {
        return Files.readString(Path.of("src/docs/postgres.md"));
    }

    /** The statements of the block of SQL with this name. */
    static List<String> statements(String name) throws IOException {
        Matcher block = Pattern.compile("<!-- sql: " + name + " -->\n```sql\n(.*?)```", Pattern.DOTALL)
                .matcher(text());
        if (!block.find()) {
            throw new IllegalArgumentException("No SQL named " + name);
        }
        return block.group(1).lines().toList();
    }

    /** The settings that the service is given, those of its URL aside. */
    static Map<String, String> environment() throws IOException {
        return Pattern.compile("(?m)^(QUARKUS_\\w+)='?([^'\n]*)'?$")
                .matcher(text())
                .results()
                .collect(java.util.stream.Collectors.toMap(
                        (MatchResult line) -> line.group(1), (MatchResult line) -> line.group(2)));
    }

    /** The whole document about setting up, as the superuser. */
    void setUp() throws IOException, SQLException {
        try (Connection connection = superuser("postgres")) {
            for (String statement : statements("setting up")) {
                execute(connection, statement);
            }
        }
    }

    String url() {
        return server.jdbcUrl().replaceFirst("/postgres$", "/goaltree");
    }

    Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(
                server.jdbcUrl().replaceFirst("/postgres$", "/" + database), server.username(), server.password());
    }

    Connection connect(String role, String password) throws SQLException {
        return DriverManager.getConnection(url(), role, password);
    }

    /** Migrates as the service does; answers how many migrations were run. */
    int migrate(String role, String password, String serviceRole) {
        return Flyway.configure()
                .dataSource(url(), role, password)
                .locations("classpath:db/migration", "classpath:db/grants")
                .placeholders(Map.of("service-role", serviceRole))
                .load()
                .migrate()
                .migrationsExecuted;
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of what is found. */
    static List<String> strings(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> strings = new ArrayList<>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
        }
    }
}
