package io.goaltree.app;

import static io.goaltree.app.PostgresDoc.OWNER;
import static io.goaltree.app.PostgresDoc.OWNERS_PASSWORD;
import static io.goaltree.app.PostgresDoc.SERVICE;
import static io.goaltree.app.PostgresDoc.SERVICES_PASSWORD;
import static io.goaltree.app.PostgresDoc.execute;
import static io.goaltree.app.PostgresDoc.strings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/** The roles of src/docs/postgres.md, made by its own SQL: what migrates, what serves and what reads, and none can do more. */
class RolesTest {
    private static final String PRIVILEGES = """
            select '%1$s ' || n.nspname || '.' || c.relname || ' ' || string_agg(p, ', ' order by o)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace,
                unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) with ordinality as a (p, o)
            where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and c.relkind in ('r', 'p', 'v', 'm', 'f')
                and not c.relispartition and has_table_privilege('%1$s', c.oid, p)
            group by n.nspname, c.relname
            """;

    @TempDir
    static Path parent;

    private static EmbeddedDatabase server;
    private static PostgresDoc doc;

    @BeforeAll
    static void setUp() throws Exception {
        server = EmbeddedDatabase.start(parent.resolve("data"), Path.of("target"));
        doc = new PostgresDoc(server);
        doc.setUp();
        assertThat(doc.migrate(OWNER, OWNERS_PASSWORD, SERVICE)).isPositive();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void none_of_the_roles_is_a_superuser_or_may_make_roles_and_only_the_owner_owns() throws SQLException {
        try (Connection connection = doc.superuser("goaltree")) {
            assertThat(strings(connection, """
                            select rolname from pg_roles where rolname in ('goaltree_owner', 'goaltree_service', 'bi_reader')
                                and not (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls) order by 1
                            """)).containsExactly("bi_reader", OWNER, SERVICE);
            assertThat(strings(connection, """
                            select distinct pg_get_userbyid(owner) from (
                                select relowner as owner, relnamespace as schema from pg_class
                                union all select proowner, pronamespace from pg_proc
                                union all select nspowner, oid from pg_namespace where nspname <> 'public') owned
                            join pg_namespace n on n.oid = owned.schema
                            where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                            """)).containsExactly(OWNER);
            assertThat(strings(connection, "select rolname from pg_roles where rolname = 'goaltree_bi'"))
                    .as("a role that nobody has made")
                    .isEmpty();
        }
    }

    /** The very table of the document, against what the database says. */
    @Test
    void each_role_has_the_privileges_that_are_documented_and_no_other() throws Exception {
        Map<String, String> documented = new TreeMap<>();
        Matcher row = Pattern.compile("(?m)^\\| (.+?) \\| (.+?) \\| (.+?) \\|$").matcher(PostgresDoc.text());
        while (row.find()) {
            documented.put(row.group(1), row.group(2) + " / " + row.group(3));
        }
        try (Connection connection = doc.superuser("goaltree")) {
            Map<String, String> service = privileges(connection, SERVICE);
            Map<String, String> reader = privileges(connection, "bi_reader");
            for (String relation : strings(connection, """
                    select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where c.relkind in ('r', 'p', 'v') and not c.relispartition and n.nspname ~ '^(public|bi_v1)'
                    """)) {
                assertThat(service.getOrDefault(relation, "nothing") + " / " + reader.getOrDefault(relation, "nothing"))
                        .as(relation)
                        .isEqualTo(documented.get(kind(relation)));
            }
            assertThat(reader.keySet()).allMatch(relation -> relation.startsWith("bi_v1."));
            assertThat(strings(connection, functions("goaltree_service", ""))).isNotEmpty();
            assertThat(strings(connection, functions("goaltree_service", "not")))
                    .isEmpty();
            assertThat(strings(connection, functions("bi_reader", ""))).isEmpty();
        }
    }

    private static String kind(String relation) {
        String name = relation.substring(relation.indexOf('.') + 1);
        if (relation.startsWith("bi_v1.")) {
            return "views of `bi_v1`";
        }
        if (!relation.startsWith("public.")) {
            return "views of `public`, `public_as_of` and other schemas `public_*`";
        }
        return switch (name) {
            case "change_event" -> "`change_event`";
            case "change_sweep", "history_clock" -> "`change_sweep`, `history_clock`";
            case "hidden_objective" -> "views of `public`, `public_as_of` and other schemas `public_*`";
            case "flyway_schema_history" -> "`flyway_schema_history`";
            default -> name.endsWith("_history") ? "tables `*_history`" : "every other table";
        };
    }

    private static Map<String, String> privileges(Connection connection, String role) throws SQLException {
        return strings(connection, PRIVILEGES.formatted(role)).stream()
                .map(line -> line.split(" ", 3))
                .collect(Collectors.toMap(parts -> parts[1], parts -> parts[2]));
    }

    private static String functions(String role, String not) {
        return "select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace"
                + " where n.nspname ~ '^(public|bi_v1)' and " + not + " has_function_privilege('" + role
                + "', p.oid, 'execute')";
    }

    @Test
    void who_starts_again_grants_nothing_that_is_there_and_everything_that_is_not() throws SQLException {
        String rights = "select relname || relacl::text || xmin from pg_class where relacl is not null"
                + " union all select proname || proacl::text || xmin from pg_proc where proacl is not null order by 1";
        try (Connection connection = doc.connect(OWNER, OWNERS_PASSWORD)) {
            List<String> before = strings(connection, rights);
            assertThat(doc.migrate(OWNER, OWNERS_PASSWORD, SERVICE)).isZero();
            assertThat(strings(connection, rights)).isEqualTo(before);
            execute(connection, "create table newcomer (id uuid primary key)");
            execute(connection, "create function newcome() returns void language sql as 'select'");
            execute(connection, "create view bi_v1.newcomers as select * from newcomer");
            execute(connection, "create view newcomers as select * from newcomer");
            try {
                doc.migrate(OWNER, OWNERS_PASSWORD, SERVICE);
                assertThat(privileges(connection, SERVICE))
                        .containsEntry("public.newcomer", "select, insert, update, delete")
                        .containsEntry("public.newcomers", "select")
                        .doesNotContainKey("bi_v1.newcomers");
                assertThat(privileges(connection, "bi_reader"))
                        .containsEntry("bi_v1.newcomers", "select")
                        .doesNotContainKey("public.newcomer");
                assertThat(strings(connection, functions(SERVICE, ""))).contains("newcome()");
                assertThat(strings(connection, functions("bi_reader", ""))).isEmpty();
            } finally {
                execute(connection, "drop view bi_v1.newcomers");
                execute(connection, "drop view newcomers");
                execute(connection, "drop function newcome()");
                execute(connection, "drop table newcomer");
            }
        }
    }

    @Test
    void the_service_records_values_of_a_year_without_a_table_reads_the_past_and_copies_out() throws Exception {
        try (Connection connection = doc.connect(SERVICE, SERVICES_PASSWORD)) {
            assertThat(strings(connection, "show statement_timeout")).containsExactly("1min");
            execute(connection, "listen goaltree_change");
            execute(connection, """
                    insert into kpi (id, key, name, cadence, zone, version, created_at, updated_at)
                    values (gen_random_uuid(), 'k', 'K', 'DAILY', 'UTC', 0, now(), now())
                    """);
            String value = "insert into kpi_value"
                    + " (id, kpi_id, period_start, period_end, value, measured_at, recorded_at, late)"
                    + " select gen_random_uuid(), id, '2041-01-01', '2041-01-01', 1, now(), now(), false from kpi";
            assertThatThrownBy(() -> execute(connection, value)).hasMessageContaining("no partition");
            assertThat(strings(connection, "select kpi_value_years(2041)")).containsExactly("13");
            assertThat(strings(connection, "select kpi_value_years(2041)")).containsExactly("0");
            execute(connection, value);
            assertThat(strings(
                            connection,
                            "select pg_get_userbyid(relowner) from pg_class where relname = 'kpi_value_2041'"))
                    .containsExactly(OWNER);
            String before = strings(connection, "select clock_timestamp()").get(0);
            execute(connection, "update kpi_value set value = 2");
            connection.setAutoCommit(false);
            execute(connection, "select history_travel('" + before + "')");
            assertThat(strings(connection, "select value from kpi_value")).containsExactly("1");
            connection.rollback();
            connection.setAutoCommit(true);
            StringWriter copied = new StringWriter();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (select period_start, value, sys_by from kpi_value) to stdout", copied);
            assertThat(copied).hasToString("2041-01-01\t2\t" + SERVICE + "\n");
            assertThat(connection.unwrap(PGConnection.class).getNotifications(5_000))
                    .isNotEmpty();
            assertThat(strings(connection, "select change_database()").get(0)).matches("\\d+\\.\\d{8}\\.\\d+");
            assertThat(strings(connection, "select settled from history_wait(clock_timestamp(), '5s')"))
                    .containsExactly("t");
        }
    }

    @Test
    void the_service_can_neither_change_what_was_nor_what_is_kept_of_it_nor_how() throws SQLException {
        try (Connection connection = doc.connect(SERVICE, SERVICES_PASSWORD)) {
            for (String forbidden : List.of(
                    "update kpi_history set name = 'Other'",
                    "delete from kpi_value_history",
                    "truncate kpi",
                    "alter table kpi disable trigger user",
                    "drop table kpi",
                    "drop trigger history_of_row on kpi",
                    "create trigger mine before insert on kpi for each row execute function history_of_kpi()",
                    "create table mine (id uuid)",
                    "create temporary table mine (id uuid)",
                    "create schema mine",
                    "create role mine",
                    "create or replace function history_actor() returns text language sql as 'select 1::text'",
                    "alter function kpi_value_years(integer) security invoker",
                    "set session_replication_role = replica",
                    "set role goaltree_owner",
                    "select * from flyway_schema_history",
                    "select * from bi_v1.cycles",
                    "copy kpi to program 'true'")) {
                assertThatThrownBy(() -> execute(connection, forbidden))
                        .as(forbidden)
                        .hasMessageMatching("(?s)ERROR: (permission denied|must be owner of).*");
            }
            execute(connection, "grant select on kpi to bi_reader"); // a warning, and nothing is granted
            assertThat(privileges(connection, "bi_reader")).doesNotContainKey("public.kpi");
            assertThatThrownBy(() -> execute(connection, "select kpi_value_years(9999)"))
                    .hasMessageContaining("No tables are made for values of 9999 yet");
        }
    }

    /** With a table of its own name in front, a function with the rights of its owner could be made to use that one. */
    @Test
    void what_runs_with_the_rights_of_its_owner_has_a_search_path_of_its_own_and_is_one_function() throws SQLException {
        try (Connection connection = doc.superuser("goaltree")) {
            assertThat(strings(connection, """
                            select proname || ' ' || proconfig::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                            where p.prosecdef and n.nspname !~ '^pg_'
                            """)).containsExactly("kpi_value_years {\"search_path=public, pg_temp\"}");
        }
    }

    @Test
    void a_login_of_a_bi_tool_reads_the_views_and_can_do_nothing_else() throws Exception {
        try (Connection superuser = doc.superuser("goaltree")) {
            Matcher login = Pattern.compile("```sql\n(create role metabase .*?)```", Pattern.DOTALL)
                    .matcher(Files.readString(Path.of("src/docs/bi.md")));
            assertThat(login.find()).isTrue();
            execute(superuser, login.group(1));
        }
        try (Connection connection = doc.connect("metabase", "choose one")) {
            for (String view :
                    strings(connection, "select relname from pg_class where relnamespace = 'bi_v1'::regnamespace")) {
                strings(connection, "select count(*) from bi_v1." + view);
            }
            for (String table : strings(connection, """
                    select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where n.nspname ~ '^public' and c.relkind in ('r', 'p', 'v')
                    """)) {
                assertThatThrownBy(() -> execute(connection, "select from " + table + " limit 0"))
                        .as(table)
                        .hasMessageContaining("permission denied");
            }
            for (String forbidden : List.of(
                    "select history_announce(1777)",
                    "select history_stamp()",
                    "select kpi_value_years(2050)",
                    "select change_cycles('{}', '{}')",
                    "create table public.mine (id uuid)",
                    "create table bi_v1.mine (id uuid)",
                    "create temporary table mine (id uuid)",
                    "create or replace view bi_v1.cycles as select 1",
                    "set role goaltree_service")) {
                assertThatThrownBy(() -> execute(connection, forbidden))
                        .as(forbidden)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void the_lines_of_pg_hba_are_understood() throws Exception {
        Matcher lines =
                Pattern.compile("```text\n(hostssl.*?)```", Pattern.DOTALL).matcher(PostgresDoc.text());
        assertThat(lines.find()).isTrue();
        Files.writeString(
                parent.resolve("data/cluster/pg_hba.conf"),
                lines.group(1).replace("hostssl", "host"),
                StandardOpenOption.APPEND);
        try (Connection connection = doc.superuser("goaltree")) {
            assertThat(strings(connection, """
                            select concat_ws(' ', type, database, user_name, address, auth_method, error) from pg_hba_file_rules
                            order by line_number desc limit 3
                            """))
                    .containsExactly(
                            "host {all} {all} all reject",
                            "host {goaltree} {+bi_reader} 10.0.2.0 scram-sha-256",
                            "host {goaltree} {goaltree_owner,goaltree_service} 10.0.1.0 scram-sha-256");
        }
    }
}
