package io.goaltree.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.goaltree.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ChangeServiceTest {
    private static final Set<String> TEAM = Set.of(Families.TEAM);

    @Inject
    AgroalDataSource database;

    @Inject
    ChangeService changes;

    @Inject
    Sql sql;

    @Test
    void nothing_has_changed_since_the_present() {
        assertThat(changes.changedSince(changes.snapshot(), Families.ALL)).isFalse();
    }

    @Test
    void a_commit_has_changed_its_own_family_and_no_other() throws Exception {
        String before = changes.snapshot();
        Teams.commit(database);
        assertThat(changes.changedSince(before, TEAM)).isTrue();
        assertThat(changes.changedSince(before, Set.of(Families.CYCLE, Families.TEAM)))
                .isTrue();
        assertThat(changes.changedSince(before, Set.of(Families.CYCLE, Families.GOAL, Families.KPI, Families.VALUE)))
                .isFalse();
        assertThat(changes.changedSince(before, Set.of())).isFalse();
        assertThat(changes.changedSince(changes.snapshot(), TEAM)).isFalse();
    }

    @Test
    void a_transaction_in_flight_at_the_snapshot_counts_once_it_is_committed() throws Exception {
        try (Connection writer = Teams.begin(database)) {
            Teams.insert(writer);
            Teams.commit(database); // a younger one is done already
            String during = changes.snapshot();
            assertThat(changes.changedSince(during, TEAM)).isFalse();
            writer.commit();
            assertThat(changes.changedSince(during, TEAM)).isTrue();
            assertThat(changes.changedSince(changes.snapshot(), TEAM)).isFalse();
        }
    }

    @Test
    void what_was_rolled_back_has_changed_nothing() throws Exception {
        String before = changes.snapshot();
        try (Connection writer = Teams.begin(database)) {
            Teams.insert(writer);
            writer.rollback();
        }
        assertThat(changes.changedSince(before, TEAM)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "nonsense",
                "1:1:",
                "1.00000001.5/",
                "%s/",
                "%s/1",
                "%s/0:1:",
                "%s/9:8:",
                "%s/-1:8:",
                "%s/5:8:4",
                "%s/5:8:8",
                "%s/5:8:7,6",
                "%s/5:8:,",
                "%s/5:8:6,",
                "%s/5:8:6,,7",
                "%s/5:8: 6",
                "%s/999999999999999999:999999999999999999:",
                "%s/5:99999999999999999999999:",
                "%s/5:8:7777777777777777777777",
                "1.00000001.5/900:900:",
                "%s/5:8:'; drop table change_event; --",
                "%s/5:8:\0",
                "\uD800"
            })
    void what_is_no_snapshot_of_this_database_says_changed_and_harms_nothing(String given) {
        String present = changes.snapshot();
        String own = present.substring(0, present.indexOf('/'));
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(changes.changedSince(given.replace("%s", own), TEAM)).isTrue();
            assertThat(changes.changedSince(present, TEAM)).isFalse();
        });
    }

    @Test
    void a_snapshot_of_endless_length_says_changed() {
        String own = changes.snapshot().replaceFirst("/.*", "/");
        String many = IntStream.range(6, 2_000).mapToObj(String::valueOf).collect(Collectors.joining(","));
        assertThat(changes.changedSince(own + "5:3000:" + many, TEAM)).isTrue();
    }

    @Test
    void a_snapshot_with_transactions_in_flight_is_read() throws Exception {
        try (Connection one = Teams.begin(database);
                Connection two = Teams.begin(database)) {
            Teams.insert(one);
            Teams.insert(two);
            Teams.commit(database);
            String present = changes.snapshot();
            assertThat(present).matches(".*:\\d+,\\d+(,\\d+)*");
            assertThat(changes.changedSince(present, TEAM)).isFalse();
        }
    }

    @Test
    void a_snapshot_older_than_what_was_swept_says_changed() {
        String before = changes.snapshot();
        String swept = sql("select swept::text from change_sweep");
        try {
            sql.execute("select txid_current()");
            sql.execute("update change_sweep set swept = pg_current_snapshot()");
            assertThat(changes.changedSince(before, Set.of())).isTrue();
            assertThat(changes.changedSince(changes.snapshot(), Set.of())).isFalse();
        } finally {
            sql.execute("update change_sweep set swept = cast(? as pg_snapshot)", swept);
        }
    }

    @Test
    void a_family_that_does_not_exist_is_a_mistake() {
        String present = changes.snapshot();
        assertThatThrownBy(() -> changes.changedSince(present, Set.of("teams")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("teams");
    }

    private String sql(String query) {
        try (Connection connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
