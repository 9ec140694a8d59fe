package io.goaltree.app;

import static io.goaltree.app.PostgresDoc.OWNER;
import static io.goaltree.app.PostgresDoc.OWNERS_PASSWORD;
import static io.goaltree.app.PostgresDoc.execute;
import static io.goaltree.app.PostgresDoc.strings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has run Goaltree as one role, and read by goaltree_bi, goes on, and can have two roles later. */
class RolesUpgradeTest {
    private static final String READ = "select count(*) from bi_v1.cycles";
    private static final String GRANTED_DIRECTLY =
            "select r.rolname || ' ' || (n.nspacl::text like '%' || r.rolname || '=%') from pg_namespace n, pg_roles r"
                    + " where n.nspname = 'bi_v1' and r.rolname in ('bi_reader', 'goaltree_bi') order by 1";

    @TempDir
    Path parent;

    @Test
    void logins_of_the_former_role_of_bi_tools_go_on() throws Exception {
        try (EmbeddedDatabase server = EmbeddedDatabase.start(parent.resolve("data"), Path.of("target"))) {
            PostgresDoc doc = new PostgresDoc(server);
            try (Connection superuser = doc.superuser("postgres")) {
                execute(superuser, "create role maker login createrole password 'm'");
                execute(superuser, "create role plain login password 'p'");
                execute(superuser, "create database goaltree owner maker");
                migrate(doc, "maker", "m", "27");
                execute(superuser, "create role metabase login password 'secret' in role goaltree_bi");
                read(doc);
                assertThat(doc.migrate("maker", "m", "maker")).isPositive();
                try (Connection database = doc.superuser("goaltree")) {
                    assertThat(strings(database, GRANTED_DIRECTLY))
                            .containsExactly("bi_reader true", "goaltree_bi false");
                }
                read(doc);

                // Where a role may not make another, all stays as it was until somebody else makes it.
                execute(superuser, "drop database goaltree");
                execute(superuser, "drop role bi_reader");
                execute(superuser, "create database goaltree owner plain");
                migrate(doc, "plain", "p", "27");
                assertThat(doc.migrate("plain", "p", "none")).isPositive();
                read(doc);
                execute(superuser, "create role bi_reader nologin");
                assertThat(doc.migrate("plain", "p", "none")).isZero();
                try (Connection database = doc.superuser("goaltree")) {
                    assertThat(strings(database, GRANTED_DIRECTLY))
                            .containsExactly("bi_reader true", "goaltree_bi true");
                }
                read(doc);
            }
        }
    }

    private static void read(PostgresDoc doc) throws SQLException {
        try (Connection metabase = doc.connect("metabase", "secret")) {
            assertThat(strings(metabase, READ)).containsExactly("0");
        }
    }

    @Test
    void one_role_that_owns_everything_becomes_the_role_of_the_service() throws Exception {
        try (EmbeddedDatabase server = EmbeddedDatabase.start(parent.resolve("data"), Path.of("target"))) {
            PostgresDoc doc = new PostgresDoc(server);
            try (Connection superuser = doc.superuser("postgres")) {
                execute(superuser, "create role other superuser login password 's'");
            }
            try (Connection other = DriverManager.getConnection(server.jdbcUrl(), "other", "s")) {
                execute(other, "alter role goaltree rename to the_superuser_of_the_embedded_server");
                execute(other, "create role goaltree login createrole password 'g'");
                execute(other, "create database goaltree owner goaltree");
            }
            assertThat(doc.migrate("goaltree", "g", "goaltree")).isPositive();
            try (Connection other = doc.connect("other", "s")) {
                for (String statement : PostgresDoc.statements("from one role to two")) {
                    execute(other, statement);
                }
            }
            assertThat(doc.migrate(OWNER, OWNERS_PASSWORD, "goaltree")).isZero();
            try (Connection connection = doc.connect("goaltree", "g")) {
                execute(connection, "select kpi_value_years(2035)");
                execute(connection, "insert into service_secret values ('a', '')");
                assertThatThrownBy(() -> execute(connection, "alter table kpi disable trigger user"))
                        .hasMessageContaining("must be owner");
            }
        }
    }

    private static void migrate(PostgresDoc doc, String role, String password, String target) {
        Flyway.configure()
                .dataSource(doc.url(), role, password)
                .locations("classpath:db/migration")
                .placeholders(Map.of())
                .target(target)
                .load()
                .migrate();
    }
}
