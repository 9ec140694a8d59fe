package io.goaltree.gate;

import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.goaltree.ApiTest;
import io.goaltree.Sql;
import io.goaltree.World;
import io.goaltree.access.Asking;
import io.goaltree.access.Reach;
import io.goaltree.access.Right;
import io.goaltree.access.Who;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a connection shows to whom. */
@QuarkusTest
class SightOnConnectionsTest extends ApiTest {
    private static final List<String> BELONGING = List.of(
            "select count(*) from objective where id = '%s'",
            "select count(*) from objective_history where id = '%s'",
            "select count(*) from key_result where objective_id = '%s'",
            "select count(*) from key_result_history where objective_id = '%s'",
            "select count(*) from guardrail where objective_id = '%s'",
            "select count(*) from alignment where child_id = '%1$s' or parent_objective_id = '%1$s'");

    @Inject
    AgroalDataSource database;

    @Inject
    EntityManager session;

    @Inject
    Sql sql;

    @Test
    void what_is_private_is_there_for_those_who_reach_it_only() {
        Private it = privateObjective();
        Who inside = reaching(it.team);
        Who outside = reaching(UUID.randomUUID());
        for (String query : BELONGING) {
            String asked = query.formatted(it.objective);
            long all = count(Who.EVERYBODY, asked);
            assertThat(all).as(asked).isPositive();
            assertThat(count(inside, asked)).as(asked).isEqualTo(all);
            assertThat(count(outside, asked)).as(asked).isZero();
        }
    }

    @Test
    void a_connection_forgets_for_whom_it_was_even_when_its_transaction_is_rolled_back() {
        Private it = privateObjective();
        String asked = "select count(*) from objective where id = '" + it.objective + "'";
        Who outside = reaching(UUID.randomUUID());
        for (int round = 0; round < 40; round++) {
            Asking.as(outside, () -> {
                QuarkusTransaction.begin();
                assertThat((Long) session.createNativeQuery(asked, Long.class).getSingleResult())
                        .isZero();
                QuarkusTransaction.rollback();
                return null;
            });
            assertThat(count(Who.EVERYBODY, asked)).isOne();
        }
    }

    @Test
    void a_decision_sees_everything() {
        Private it = privateObjective();
        String asked = "select count(*) from objective where id = '" + it.objective + "'";
        assertThat((long) Asking.as(reaching(UUID.randomUUID()), () -> Asking.whole(() -> count(asked))))
                .isOne();
    }

    private record Private(UUID objective, UUID team) {}

    private Private privateObjective() {
        String team = world.team();
        String cycle = world.cycle();
        World.Goal objective = world.objective(cycle).under(world.objective(cycle));
        objective.reach(0, 10);
        mutate("guardrailAdd", input("objective", objective.id, "kpi", world.kpi()));
        UUID id = Ids.uuid(Kind.OBJECTIVE, objective.id);
        UUID teamId = Ids.uuid(Kind.TEAM, team);
        clock.advance(java.time.Duration.ofMinutes(1));
        sql.execute("update objective set team_id = ?, visibility = 'TEAM' where id = ?", teamId, id);
        sql.execute("update key_result set title = 'Another' where objective_id = ?", id);
        return new Private(id, teamId);
    }

    private static Who reaching(UUID team) {
        return new Who(Who.Kind.TOKEN, "tok", "Test", Set.of(Right.READ), Reach.of(Set.of(team)), null, null);
    }

    private long count(Who who, String asked) {
        return Asking.as(who, () -> count(asked));
    }

    private long count(String asked) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(asked)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
