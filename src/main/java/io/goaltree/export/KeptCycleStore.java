package io.goaltree.export;

import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/** The tables behind the views of bi_v1. */
@ApplicationScoped
class KeptCycleStore {
    static final KeptTable<CycleSummaryRow> SUMMARIES =
            KeptTable.of("kept_cycle_summary", "objective_id", CycleSummaryRow.class);
    static final KeptTable<KeyResultRow> KEY_RESULTS =
            KeptTable.of("kept_key_result", "key_result_id", KeyResultRow.class);

    private final Session session;

    KeptCycleStore(Session session) {
        this.session = session;
    }

    /** Keeps other replicas from a cycle's rows until the transaction ends; false when one is at it. */
    boolean lock(UUID cycle) {
        return session.createNativeQuery(
                        "select pg_try_advisory_xact_lock(hashtext('kept_cycle'), hashtext(:cycle))", Boolean.class)
                .setParameter("cycle", cycle.toString())
                .getSingleResult();
    }

    /** What the transaction sees, for {@link #isSeen}. */
    String snapshot() {
        return session.createNativeQuery("select cast(pg_current_snapshot() as text)", String.class)
                .getSingleResult();
    }

    /** Whether the rows that are kept know all of these transactions, and are of this day and edition. */
    boolean isSeen(UUID cycle, Collection<String> transactions, LocalDate day, String edition) {
        return session.createNativeQuery("""
                        select exists (
                            select from kept_cycle k
                            where k.cycle_id = :cycle and k.day = :day and k.edition = :edition
                                and k.database = change_database() and not exists (
                                    select from unnest(cast(:transactions as text[])) xid
                                    where not pg_visible_in_snapshot(cast(xid as xid8), k.seen)))
                        """, Boolean.class)
                .setParameter("cycle", cycle)
                .setParameter("day", day)
                .setParameter("edition", edition)
                .setParameter("transactions", transactions.toArray(String[]::new))
                .getSingleResult();
    }

    /** Every cycle whose rows may be behind: of none, another day or edition, or from before the last change of anything. */
    List<UUID> behind(LocalDate day, String edition) {
        return session.createNativeQuery("""
                        select c.id from cycle c left join kept_cycle k on k.cycle_id = c.id
                        where k.cycle_id is null or k.day <> :day or k.edition <> :edition
                            or not change_is_known(k.database, k.seen)
                            or exists (select from change_event e where e.xid >= pg_snapshot_xmin(k.seen)
                                and not pg_visible_in_snapshot(e.xid, k.seen))
                        order by c.state = 'CLOSED', c.starts_on desc, c.id
                        """, UUID.class)
                .setParameter("day", day)
                .setParameter("edition", edition)
                .getResultList();
    }

    /** The open cycles whose rows are of another day. */
    List<UUID> ofAnotherDay(LocalDate day) {
        return session.createNativeQuery("""
                        select c.id from cycle c left join kept_cycle k on k.cycle_id = c.id
                        where c.state <> 'CLOSED' and k.day is distinct from :day
                        order by c.starts_on desc, c.id
                        """, UUID.class)
                .setParameter("day", day)
                .getResultList();
    }

    List<UUID> all() {
        return session.createNativeQuery(
                        "select id from cycle order by state = 'CLOSED', starts_on desc, id", UUID.class)
                .getResultList();
    }

    /** The cycles with rows that name one of these teams, people or KPIs, or whose numbers rest on one, or that lost it. */
    Set<UUID> naming(Collection<UUID> ids) {
        return new HashSet<>(session.createNativeQuery("""
                        select cycle_id from objective where team_id = any(:ids) or owner_id = any(:ids)
                        union
                        select o.cycle_id from key_result k join objective o on o.id = k.objective_id where k.owner_id = any(:ids)
                        union
                        select unnest(change_cycles(array(select objective_id from key_result where kpi_id = any(:ids)), null))
                        union
                        select k.cycle_id from kept_cycle k
                        where 'cyc_' || replace(cast(k.cycle_id as text), '-', '') in (
                            select cycle_id from kept_cycle_summary where objective_id = any(:objectives))
                        """, UUID.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter(
                        "objectives",
                        ids.stream().map(id -> Ids.of(Kind.OBJECTIVE, id)).toArray(String[]::new))
                .getResultList());
    }

    /** Makes these the rows of a cycle. */
    void keep(UUID cycle, CycleRows rows, LocalDate day, String edition, String seen) {
        String id = Ids.of(Kind.CYCLE, cycle);
        session.doWork(connection -> {
            SUMMARIES.write(connection, id, rows.summaries());
            KEY_RESULTS.write(connection, id, rows.keyResults());
        });
        session.createNativeMutationQuery("""
                        insert into kept_cycle (cycle_id, as_of, day, edition, database, seen)
                        values (:cycle, :asOf, :day, :edition, change_database(), cast(:seen as pg_snapshot))
                        on conflict (cycle_id) do update set as_of = excluded.as_of, day = excluded.day,
                            edition = excluded.edition, database = excluded.database, seen = excluded.seen
                        """)
                .setParameter("cycle", cycle)
                .setParameter("asOf", rows.asOf().atOffset(ZoneOffset.UTC))
                .setParameter("day", day)
                .setParameter("edition", edition)
                .setParameter("seen", seen)
                .executeUpdate();
    }

    /** Forgets a cycle that is not there any more. */
    void forget(UUID cycle) {
        session.createNativeMutationQuery("delete from kept_cycle where cycle_id = :cycle")
                .setParameter("cycle", cycle)
                .executeUpdate();
        for (KeptTable<?> table : List.of(SUMMARIES, KEY_RESULTS)) {
            session.createNativeMutationQuery("delete from " + table.name() + " where cycle_id = :cycle")
                    .setParameter("cycle", Ids.of(Kind.CYCLE, cycle))
                    .executeUpdate();
        }
    }
}
