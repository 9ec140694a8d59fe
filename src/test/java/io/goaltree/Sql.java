package io.goaltree;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A look into the database past the service, and a quick way to fill it. */
@ApplicationScoped
public class Sql {
    @Inject
    AgroalDataSource database;

    /** Of every table the number of rows and a sum over the transactions that wrote them: no write leaves it as it was. */
    public Map<String, String> contents() {
        return with(connection -> {
            List<String> tables = strings(connection, """
                    select table_name from information_schema.tables
                    where table_schema = 'public' and table_type = 'BASE TABLE'
                        and not (select relispartition from pg_class where oid = table_name::regclass) order by 1
                    """);
            String all = tables.stream()
                    .map(table -> "select '" + table
                            + "', count(*) || ' ' || coalesce(sum(age(xid '3') - age(xmin)), 0) from " + table)
                    .collect(Collectors.joining(" union all "));
            Map<String, String> contents = new TreeMap<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(all)) {
                while (rows.next()) {
                    contents.put(rows.getString(1), rows.getString(2));
                }
            }
            return contents;
        });
    }

    public long count(String query, Object... parameters) {
        return with(connection -> {
            try (PreparedStatement statement = prepared(connection, query, parameters);
                    ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    /** The first column of what is found. */
    public List<String> strings(String query) {
        return with(connection -> strings(connection, query));
    }

    public void execute(String command, Object... parameters) {
        with(connection -> {
            try (PreparedStatement statement = prepared(connection, command, parameters)) {
                return statement.execute();
            }
        });
    }

    /** Keeps everybody from reading a table until it is closed. */
    public AutoCloseable locked(String table) throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table " + table + " in access exclusive mode");
        }
        return () -> {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.close();
        };
    }

    /** Runs each command once for all its rows. */
    public void insert(Map<String, List<Object[]>> rowsByCommand) {
        with(connection -> {
            for (Map.Entry<String, List<Object[]>> command : new LinkedHashMap<>(rowsByCommand).entrySet()) {
                try (PreparedStatement statement = connection.prepareStatement(command.getKey())) {
                    for (Object[] row : command.getValue()) {
                        set(statement, row);
                        statement.addBatch();
                    }
                    statement.executeBatch();
                }
            }
            return null;
        });
    }

    private static List<String> strings(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> strings = new java.util.ArrayList<>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
        }
    }

    private static PreparedStatement prepared(Connection connection, String query, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(query);
        set(statement, parameters);
        return statement;
    }

    private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T with(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
