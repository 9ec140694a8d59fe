package io.goaltree.token;

import io.goaltree.access.Reach;
import io.goaltree.access.Right;
import io.goaltree.edge.PageRequest;
import io.goaltree.edge.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Rows of api_token. No entity: nothing of a token changes but when it was used last and whether it is revoked. */
@ApplicationScoped
class ApiTokenStore {
    static final Sort NEWEST_FIRST = Sort.descending("t.created_at", "timestamptz", "t.id");

    private static final String SELECT = """
            select t.id, t.name, array_to_string(t.rights, ',') as rights, t.team_id, t.created_at, t.created_by,
                t.expires_at, t.last_used_at, t.revoked_at, t.revoked_by
            from api_token t where\s""";

    private final Session session;

    ApiTokenStore(Session session) {
        this.session = session;
    }

    /** Those that a caller with this reach may know of: everywhere, all; else those of teams within. */
    List<TokenRow> page(PageRequest page, Reach reach) {
        var query = select("(:everywhere or t.team_id = any(:teams))" + NEWEST_FIRST.after(page)
                + NEWEST_FIRST.orderAndLimit(page));
        NEWEST_FIRST.parameters(page).forEach(query::setParameter);
        query.setParameter("everywhere", reach.isEverywhere());
        query.setParameter("teams", reach.teams().toArray(UUID[]::new));
        return rows(query);
    }

    Optional<TokenRow> byId(UUID id) {
        return rows(select("t.id = :id").setParameter("id", id)).stream().findFirst();
    }

    Optional<TokenRow> byHash(byte[] hash) {
        return rows(select("t.secret_hash = :hash").setParameter("hash", hash)).stream()
                .findFirst();
    }

    /** Those that open everything and are not revoked. */
    List<TokenRow> masters() {
        return rows(select("t.revoked_at is null and 'ADMIN' = any(t.rights) and t.team_id is null"));
    }

    void insert(TokenRow token, byte[] hash) {
        session.createNativeMutationQuery("""
                        insert into api_token (id, name, secret_hash, rights, team_id, created_at, created_by, expires_at)
                        values (:id, :name, :hash, string_to_array(:rights, ','), cast(:team as uuid), :createdAt,
                            :createdBy, cast(:expiresAt as timestamptz))
                        """)
                .setParameter("id", token.id())
                .setParameter("name", token.name())
                .setParameter("hash", hash)
                .setParameter(
                        "rights",
                        String.join(
                                ",", token.rights().stream().map(Right::name).toList()))
                .setParameter("team", token.team(), UUID.class)
                .setParameter("createdAt", token.createdAt())
                .setParameter("createdBy", token.createdBy())
                .setParameter("expiresAt", token.expiresAt(), Instant.class)
                .executeUpdate();
    }

    /** Once is enough: what was revoked keeps when and by whom. */
    void revoke(UUID id, Instant at, String by) {
        session.createNativeMutationQuery("""
                        update api_token set revoked_at = :at, revoked_by = :by where id = :id and revoked_at is null
                        """)
                .setParameter("id", id)
                .setParameter("at", at)
                .setParameter("by", by)
                .executeUpdate();
    }

    /** One replica after another. */
    void lockAdmins() {
        session.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtext('admin tokens'))", Integer.class)
                .getSingleResult();
    }

    private NativeQuery<Object[]> select(String where) {
        return session.createNativeQuery(SELECT + where, Object[].class)
                .addScalar("id", UUID.class)
                .addScalar("name", String.class)
                .addScalar("rights", String.class)
                .addScalar("team_id", UUID.class)
                .addScalar("created_at", Instant.class)
                .addScalar("created_by", String.class)
                .addScalar("expires_at", Instant.class)
                .addScalar("last_used_at", Instant.class)
                .addScalar("revoked_at", Instant.class)
                .addScalar("revoked_by", String.class);
    }

    private static List<TokenRow> rows(NativeQuery<Object[]> query) {
        return query.getResultList().stream().map(ApiTokenStore::row).toList();
    }

    private static TokenRow row(Object[] row) {
        return new TokenRow(
                (UUID) row[0],
                (String) row[1],
                Arrays.stream(((String) row[2]).split(",")).map(Right::valueOf).toList(),
                (UUID) row[3],
                (Instant) row[4],
                (String) row[5],
                (Instant) row[6],
                (Instant) row[7],
                (Instant) row[8],
                (String) row[9]);
    }
}
