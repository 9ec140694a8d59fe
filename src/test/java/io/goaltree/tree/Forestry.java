package io.goaltree.tree;

import io.goaltree.Sql;
import io.goaltree.TestClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Plants whole trees past the service, for the tests that need many objectives. */
@ApplicationScoped
class Forestry {
    static final String OBJECTIVE = """
            insert into objective (id, cycle_id, team_id, owner_id, title, ambition, state, version, created_at, updated_at)
            values (?, ?, ?, ?, ?, 'COMMITTED', ?, 0, ?, ?)
            """;
    static final String KEY_RESULT = """
            insert into key_result (id, objective_id, owner_id, position, title, weight, state, measure, baseline, target,
                version, created_at, updated_at)
            values (?, ?, ?, ?, 'A result', ?, ?, 'REACH', 0, 100, 0, ?, ?)
            """;
    static final String CHECK_IN = """
            insert into check_in (id, key_result_id, author_id, value, measured_at, recorded_at) values (?, ?, ?, ?, ?, ?)
            """;
    static final String ALIGNMENT = """
            insert into alignment (id, child_id, parent_objective_id, weight, created_at) values (?, ?, ?, ?, ?)
            """;
    static final Timestamp NOW = Timestamp.from(TestClock.START);

    @Inject
    Sql sql;

    /** Objectives in a tree of three children each, each with one key result of four check-ins; their ids. */
    List<String> plant(String cycle, int size, String team, String person) {
        Map<String, List<Object[]>> rows = seedbed();
        List<UUID> planted = new ArrayList<>();
        UUID owner = uuid(person);
        for (int i = 0; i < size; i++) {
            UUID id = new UUID(uuid(cycle).getMostSignificantBits(), i);
            planted.add(id);
            rows.get(OBJECTIVE).add(new Object[] {id, uuid(cycle), uuid(team), owner, "Goal " + i, "OPEN", NOW, NOW});
            UUID keyResult = UUID.randomUUID();
            rows.get(KEY_RESULT).add(new Object[] {keyResult, id, owner, 0, BigDecimal.ONE, "OPEN", NOW, NOW});
            for (int c = 0; c < 4; c++) {
                rows.get(CHECK_IN)
                        .add(new Object[] {UUID.randomUUID(), keyResult, owner, BigDecimal.valueOf(i % 100), NOW, NOW});
            }
            if (i > 0) {
                UUID parent = planted.get((i - 1) / 3);
                rows.get(ALIGNMENT).add(new Object[] {UUID.randomUUID(), id, parent, BigDecimal.ONE, NOW});
            }
        }
        sql.insert(rows);
        sql.execute("analyze");
        return planted.stream()
                .map(id -> "obj_" + id.toString().replace("-", ""))
                .toList();
    }

    /** Removes a tree again, so that what runs later is not slowed down by it. */
    void fell(String cycle) {
        String members = "(select id from objective where cycle_id = ?)";
        String keyResults = "(select id from key_result where objective_id in " + members + ")";
        sql.execute("delete from frozen_standing where cycle_id = ?", uuid(cycle));
        sql.execute("delete from check_in where key_result_id in " + keyResults, uuid(cycle));
        sql.execute("delete from alignment where child_id in " + members, uuid(cycle));
        sql.execute("delete from key_result where objective_id in " + members, uuid(cycle));
        sql.execute("delete from objective where cycle_id = ?", uuid(cycle));
    }

    /** Empty lists of rows, in the order in which they can be inserted. */
    static Map<String, List<Object[]>> seedbed() {
        Map<String, List<Object[]>> rows = new LinkedHashMap<>();
        List.of(OBJECTIVE, KEY_RESULT, CHECK_IN, ALIGNMENT).forEach(command -> rows.put(command, new ArrayList<>()));
        return rows;
    }

    static UUID uuid(String id) {
        String hex = id.substring(id.indexOf('_') + 1);
        return new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16));
    }
}
