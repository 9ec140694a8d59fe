package io.goaltree.change;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody has read. Not by number, which says nothing of the order of commits: what is new is what the snapshot of
 * the last time did not show and the present one does, whichever transaction was older. Many changes come in pages between
 * the same two snapshots.
 *
 * @param since all this shows has been read
 * @param until the snapshot the page before was read in, null when that was the last page
 * @param after the last change of that page
 */
record ChangePosition(ChangeSnapshot since, @Nullable String until, long after) {
    /** With up to 1,000 ids each, still some megabytes only. */
    private static final int PAGE = 200;

    private static final String PRESENT = "select change_database(), cast(pg_current_snapshot() as text)";
    private static final String NEXT = """
            select cast(w.until as text), w.known, e.id, e.xid, e.at, e.family, e.kind, e.action, e.ids,
                e.objective_ids, e.key_result_id,
                case when e.family in ('goal', 'cycle')
                    then change_cycles(e.objective_ids, case e.family when 'cycle' then e.ids end) end
            from (
                select g.since, coalesce(g.until, pg_current_snapshot()) as until, change_is_known(?, g.since) as known
                from (select cast(? as pg_snapshot), cast(? as pg_snapshot)) g(since, until)
            ) w left join lateral (
                select * from change_event c
                where c.family = any(?) and c.xid >= pg_snapshot_xmin(w.since)
                    and not pg_visible_in_snapshot(c.xid, w.since) and pg_visible_in_snapshot(c.xid, w.until) and c.id > ?
                order by c.id limit ?
            ) e on true
            order by e.id
            """;

    /** What was read, and the position behind it. */
    record Page(ChangePosition next, List<Change> changes, boolean isKnown) {
        boolean isLast() {
            return next.until() == null;
        }
    }

    static ChangePosition now(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PRESENT);
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return new ChangePosition(new ChangeSnapshot(rows.getString(1), rows.getString(2)), null, 0);
        }
    }

    /** One statement, hence one snapshot; the connection must be in no transaction. */
    Page read(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEXT)) {
            select.setString(1, since.database());
            select.setString(2, since.text());
            select.setString(3, until);
            select.setArray(4, connection.createArrayOf("text", Families.ALL.toArray()));
            select.setLong(5, after);
            select.setInt(6, PAGE);
            try (ResultSet rows = select.executeQuery()) {
                return page(rows);
            }
        }
    }

    private Page page(ResultSet rows) throws SQLException {
        List<Change> changes = new ArrayList<>();
        rows.next();
        String present = rows.getString(1);
        boolean isKnown = rows.getBoolean(2);
        do {
            if (rows.getObject(3) != null) {
                changes.add(change(rows));
            }
        } while (rows.next());
        ChangePosition next = changes.size() < PAGE
                ? new ChangePosition(new ChangeSnapshot(since.database(), present), null, 0)
                : new ChangePosition(since, present, changes.get(PAGE - 1).id());
        return new Page(next, changes, isKnown);
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                row.getLong(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getString(6),
                row.getString(7),
                ChangeAction.valueOf(row.getString(8)),
                uuids(row.getArray(9)),
                uuids(row.getArray(10)),
                row.getObject(11, UUID.class),
                uuids(row.getArray(12)));
    }

    private static List<UUID> uuids(@Nullable Array array) throws SQLException {
        if (array == null) {
            return List.of();
        }
        return Arrays.stream((UUID[]) array.getArray()).filter(Objects::nonNull).toList();
    }
}
