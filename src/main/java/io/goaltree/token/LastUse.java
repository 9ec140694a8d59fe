package io.goaltree.token;

import io.agroal.api.AgroalDataSource;
import io.goaltree.time.Now;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes down when tokens were used, to the minute, while nobody waits for it. */
@ApplicationScoped
class LastUse {
    private static final Logger LOG = Logger.getLogger(LastUse.class);
    private static final Duration EXACT_TO = Duration.ofMinutes(1);

    private final AgroalDataSource database;
    private final Now now;
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();

    LastUse(AgroalDataSource database, Now now) {
        this.database = database;
        this.now = now;
    }

    /** @param before when it was used last, as far as that is written down */
    void note(UUID token, @Nullable Instant before) {
        Instant at = now.instant();
        if (before != null && before.plus(EXACT_TO).isAfter(at) || !underWay.add(token)) {
            return;
        }
        Arc.container().getExecutorService().execute(() -> {
            try {
                write(token, at);
            } catch (SQLException | RuntimeException e) {
                LOG.debugf("When a token was used was not written down: %s", e.getMessage());
            } finally {
                underWay.remove(token);
            }
        });
    }

    private void write(UUID token, Instant at) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        update api_token set last_used_at = ? where id = ? and (last_used_at is null or last_used_at <= ?)
                        """)) {
            update.setObject(1, at.atOffset(ZoneOffset.UTC));
            update.setObject(2, token);
            update.setObject(3, at.minus(EXACT_TO).atOffset(ZoneOffset.UTC));
            update.executeUpdate();
        }
    }
}
