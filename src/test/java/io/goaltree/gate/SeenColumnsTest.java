package io.goaltree.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That a migration that adds columns also calls sight_keep(). */
@QuarkusTest
class SeenColumnsTest {
    @Inject
    Sql sql;

    @Test
    void what_a_limited_caller_reads_has_the_columns_of_what_others_read() {
        assertThat(differing("public", "public_seen")).isEmpty();
        assertThat(differing("public_as_of", "public_as_of_seen")).isEmpty();
    }

    @Test
    void every_table_of_a_goal_is_seen_through_a_view_now_and_then_and_so_is_its_history() {
        List<String> now = sql.strings(
                "select table_name from information_schema.views where table_schema = 'public_seen' order by 1");
        List<String> then =
                sql.strings("select table_name from information_schema.views where table_schema = 'public_as_of_seen'"
                        + " and table_name <> 'hidden_then' order by 1");
        assertThat(then)
                .containsExactly(
                        "alignment",
                        "check_in",
                        "frozen_standing",
                        "guardrail",
                        "key_result",
                        "kpi_definition",
                        "kpi_graduation",
                        "kpi_review",
                        "milestone",
                        "objective");
        assertThat(now)
                .containsExactlyInAnyOrderElementsOf(then.stream()
                        .flatMap(name -> java.util.stream.Stream.of(name, name + "_history"))
                        .toList());
    }

    /** A table that leads to an objective or a key result and is read without a view would show what is private. */
    @Test
    void no_other_table_names_an_objective_or_a_key_result() {
        assertThat(sql.strings("""
                        select distinct c.conrelid::regclass::text from pg_constraint c
                        where c.contype = 'f' and c.confrelid in ('objective'::regclass, 'key_result'::regclass)
                            and not exists (select from information_schema.views v
                                where v.table_schema = 'public_seen' and v.table_name = c.conrelid::regclass::text)
                        """)).isEmpty();
    }

    private List<String> differing(String tables, String views) {
        return sql.strings("""
                select v.table_name || '.' || coalesce(t.column_name, '?')
                from information_schema.views v
                join information_schema.columns t on t.table_schema = '%1$s' and t.table_name = v.table_name
                where v.table_schema = '%2$s' and not exists (
                    select from information_schema.columns c
                    where c.table_schema = '%2$s' and c.table_name = v.table_name and c.column_name = t.column_name
                        and c.udt_name = t.udt_name)
                """.formatted(tables, views));
    }
}
