package io.goaltree.token;

import io.agroal.api.AgroalDataSource;
import io.goaltree.access.Reach;
import io.goaltree.access.Right;
import io.goaltree.access.Who;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whom tokens make known, as the database has it at this moment: nothing is remembered, so that a token revoked on one replica
 * is dead on all. One statement each, which blocks.
 */
@ApplicationScoped
public class KnownTokens {
    private static final String LIVE = " t.revoked_at is null and (t.expires_at is null or t.expires_at > ?)";

    private static final String SELECT = """
            select t.id, t.name, t.secret_hash, t.rights, t.team_id, t.expires_at, t.last_used_at,
                array(with recursive below(id) as (
                    select t.team_id where t.team_id is not null
                    union select c.id from team c join below b on c.parent_id = b.id
                ) select id from below) as reach
            from api_token t where""" + LIVE;

    private final AgroalDataSource database;
    private final LastUse lastUse;
    private final Now now;

    KnownTokens(AgroalDataSource database, LastUse lastUse, Now now) {
        this.database = database;
        this.lastUse = lastUse;
        this.now = now;
    }

    /** Who shows this secret; notes that the token was used. Found by its hash, which tells nobody what would be nearer. */
    public Optional<Who> shown(String secret) {
        return Secret.read(secret)
                .flatMap(read -> {
                    byte[] hash = read.hash();
                    return find(" and t.secret_hash = ?", hash)
                            .filter(found -> MessageDigest.isEqual(found.hash(), hash));
                })
                .map(found -> {
                    lastUse.note(found.id(), found.lastUsedAt());
                    return found.who();
                });
    }

    /** The same caller by now: with the teams that are below theirs now. */
    public Optional<Who> again(Who who) {
        return Ids.parse(Kind.API_TOKEN, who.id())
                .flatMap(id -> find(" and t.id = ?", id))
                .map(Found::who);
    }

    /** Of these callers those whose token is good for nothing any more. */
    public Set<Who> gone(Collection<Who> callers) {
        UUID[] ids = callers.stream()
                .flatMap(who -> Ids.parse(Kind.API_TOKEN, who.id()).stream())
                .distinct()
                .toArray(UUID[]::new);
        Set<String> live = live(ids);
        return callers.stream().filter(who -> !live.contains(who.id())).collect(Collectors.toSet());
    }

    private Set<String> live(UUID[] ids) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select t.id from api_token t where" + LIVE + " and t.id = any(?)")) {
            select.setObject(1, moment());
            select.setArray(2, connection.createArrayOf("uuid", ids));
            Set<String> live = new HashSet<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    live.add(Ids.of(Kind.API_TOKEN, rows.getObject(1, UUID.class)));
                }
            }
            return live;
        } catch (SQLException e) {
            throw new IllegalStateException("Tokens could not be looked up", e);
        }
    }

    private Optional<Found> find(String condition, Object value) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT + condition)) {
            select.setObject(1, moment());
            select.setObject(2, value);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(found(rows)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A token could not be looked up", e);
        }
    }

    private OffsetDateTime moment() {
        return now.instant().atOffset(ZoneOffset.UTC);
    }

    private static Found found(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Set<Right> rights = Arrays.stream((String[]) row.getArray("rights").getArray())
                .map(Right::valueOf)
                .collect(Collectors.toSet());
        Reach reach = row.getObject("team_id") == null ? Reach.EVERYWHERE : Reach.of(teams(row.getArray("reach")));
        Who who = new Who(
                Who.Kind.TOKEN,
                Ids.of(Kind.API_TOKEN, id),
                row.getString("name"),
                rights,
                reach,
                null,
                instant(row, "expires_at"));
        return new Found(id, row.getBytes("secret_hash"), instant(row, "last_used_at"), who);
    }

    private static Set<UUID> teams(Array reach) throws SQLException {
        return Set.of((UUID[]) reach.getArray());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private record Found(UUID id, byte[] hash, @Nullable Instant lastUsedAt, Who who) {}
}
