package io.goaltree.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.goaltree.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChangeFeedTest {
    private static final String OUR_FEEDS =
            "from pg_stat_activity where application_name = 'goaltree changes' and datname = current_database()";

    @Inject
    AgroalDataSource database;

    @Inject
    ChangeFeed feed;

    @Inject
    ChangeRetention retention;

    @Inject
    Sql sql;

    private final Told told = new Told();
    private ChangeSubscription subscription;

    @BeforeEach
    void listen() {
        subscription = feed.subscribe(told);
    }

    @AfterEach
    void stopListening() {
        subscription.close();
    }

    @Test
    void a_change_is_told_once_and_only_after_its_commit() throws Exception {
        UUID id;
        try (Connection writer = Teams.begin(database)) {
            id = Teams.insert(writer);
            told.await(List.of(Teams.commit(database)));
            assertThat(told.times(id)).isZero();
            writer.commit();
        }
        Change change = told.only(id);
        told.await(List.of(Teams.commit(database)));
        assertThat(told.times(id)).isEqualTo(1);
        assertThat(change.family()).isEqualTo("team");
        assertThat(change.table()).isEqualTo("team");
        assertThat(change.action()).isEqualTo(ChangeAction.CREATED);
        assertThat(change.ids()).containsExactly(id);
    }

    @Test
    void what_is_rolled_back_is_never_told() throws Exception {
        UUID id;
        try (Connection writer = Teams.begin(database)) {
            id = Teams.insert(writer);
            writer.rollback();
        }
        told.await(List.of(Teams.commit(database)));
        assertThat(told.times(id)).isZero();
    }

    @Test
    void transactions_that_commit_in_reverse_order_are_both_told() throws Exception {
        try (Connection older = Teams.begin(database);
                Connection younger = Teams.begin(database)) {
            UUID first = Teams.insert(older);
            UUID second = Teams.insert(younger);
            younger.commit();
            assertThat(told.only(second).ids()).containsExactly(second);
            assertThat(told.times(first)).isZero();
            older.commit();
            told.only(first);
            assertThat(told.times(second)).isEqualTo(1);
        }
    }

    @Test
    void more_changes_than_a_page_holds_are_all_told_once() throws Exception {
        List<UUID> ids = new ArrayList<>();
        try (Connection writer = Teams.begin(database)) {
            for (int i = 0; i < 450; i++) {
                ids.add(Teams.insert(writer));
            }
            writer.commit();
        }
        told.await(ids);
        told.await(List.of(Teams.commit(database)));
        assertThat(ids).allMatch(id -> told.times(id) == 1);
    }

    @Test
    void a_feed_whose_connection_is_killed_while_others_write_tells_everything_once() throws Exception {
        List<UUID> ids = new ArrayList<>();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 300; i++) {
                try {
                    ids.add(Teams.commit(database));
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        int killed = 0;
        while (!writer.isDone() || killed == 0) {
            killed += (int) sql.count("select count(pg_terminate_backend(pid)) " + OUR_FEEDS);
        }
        writer.get(60, TimeUnit.SECONDS);
        told.await(ids);
        told.await(List.of(Teams.commit(database)));
        assertThat(ids).hasSize(300).allMatch(id -> told.times(id) == 1);
        assertThat(told.timesMissed()).isZero();
    }

    @Test
    void every_replica_is_told_everything() throws Exception {
        Told other = new Told();
        try (ChangeFeed replica = new ChangeFeed(ChangeConnections.like(database)).start();
                ChangeSubscription listening = replica.subscribe(other)) {
            List<UUID> ids = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                ids.add(Teams.commit(database));
            }
            told.await(ids);
            other.await(ids);
            assertThat(ids).allMatch(id -> told.times(id) == 1 && other.times(id) == 1);
        }
    }

    @Test
    void a_listener_that_fails_keeps_nobody_else_from_being_told() throws Exception {
        try (ChangeSubscription failing = feed.subscribe(changes -> {
            throw new IllegalStateException("Thrown by a test");
        })) {
            Told later = new Told();
            try (ChangeSubscription listening = feed.subscribe(later)) {
                later.only(Teams.commit(database));
            }
        }
    }

    @Test
    void who_stops_listening_is_told_no_more() throws Exception {
        Told gone = new Told();
        feed.subscribe(gone).close();
        UUID id = Teams.commit(database);
        told.await(List.of(id));
        assertThat(gone.times(id)).isZero();
    }

    @Test
    void a_feed_that_was_away_for_longer_than_changes_are_kept_says_so_and_goes_on() throws Exception {
        Told other = new Told();
        ChangePosition elsewhere = new ChangePosition(new ChangeSnapshot("1.00000001.1", "3:3:"), null, 0);
        try (ChangeFeed replica = new ChangeFeed(ChangeConnections.like(database), elsewhere)) {
            replica.subscribe(other);
            replica.start();
            other.awaitMissed();
            other.only(Teams.commit(database));
        }
    }

    @Test
    void a_position_knows_whether_what_came_after_it_was_swept() throws Exception {
        try (Connection reader = database.getConnection();
                ChangeSweep sweep = new ChangeSweep(database, retention)) {
            ChangePosition before = ChangePosition.now(reader);
            UUID swept = Teams.commit(database);
            assertThat(before.read(reader).isKnown()).isTrue();
            takeTurn(sweep);
            // The feed of the service keeps pace with the time that this test speeds up.
            told.await(List.of(Teams.commit(database)));
            assertThat(takeTurn(sweep)).isPositive();
            assertThat(sql.count("select count(*) from change_event where ids = array[?]", swept))
                    .isZero();
            assertThat(before.read(reader).isKnown()).isFalse();
            assertThat(ChangePosition.now(reader).read(reader).isKnown()).isTrue();
        }
        assertThat(told.timesMissed()).isZero();
    }

    @Test
    void what_became_visible_after_the_turn_is_kept_however_old_it_is() throws Exception {
        try (Connection writer = Teams.begin(database);
                ChangeSweep sweep = new ChangeSweep(database, retention)) {
            UUID id = Teams.insert(writer);
            takeTurn(sweep);
            writer.commit();
            told.only(id);
            takeTurn(sweep);
            assertThat(sql.count("select count(*) from change_event where ids = array[?]", id))
                    .isEqualTo(1);
        }
    }

    @Test
    void a_sweep_before_its_time_removes_nothing() throws Exception {
        UUID id = Teams.commit(database);
        try (ChangeSweep sweep = new ChangeSweep(database, retention)) {
            sweep.sweep();
            sweep.sweep();
        }
        assertThat(sql.count("select count(*) from change_event where ids = array[?]", id))
                .isEqualTo(1);
    }

    private int takeTurn(ChangeSweep sweep) throws SQLException {
        sql.execute("update change_sweep set next_at = now() - interval '2 hours'");
        return sweep.sweep();
    }
}
