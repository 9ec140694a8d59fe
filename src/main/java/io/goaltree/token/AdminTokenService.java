package io.goaltree.token;

import io.goaltree.access.Right;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Decides on the tokens that no administrator makes: that of the settings, and the very first. */
@ApplicationScoped
public class AdminTokenService {
    /** No caller signs like that: callers have brackets behind their names. */
    static final String OF_SETTINGS = "goaltree.admin-token";

    static final String OF_FIRST_START = "first start";

    private final ApiTokenStore tokens;
    private final Now now;

    AdminTokenService(ApiTokenStore tokens, Now now) {
        this.tokens = tokens;
        this.now = now;
    }

    /**
     * Makes the secret of the settings good, and the one that they gave before good for nothing.
     *
     * @return whether it is good; what was revoked once never is again
     */
    @Transactional
    public boolean take(Secret given) {
        tokens.lockAdmins();
        Instant at = now.instant();
        Optional<TokenRow> known = tokens.byHash(given.hash());
        if (known.isPresent() && !(known.get().isLive(at) && known.get().isMaster())) {
            return false;
        }
        tokens.masters().stream()
                .filter(token -> token.createdBy().equals(OF_SETTINGS))
                .filter(token ->
                        known.isEmpty() || !token.id().equals(known.get().id()))
                .forEach(token -> tokens.revoke(token.id(), at, OF_SETTINGS));
        if (known.isEmpty()) {
            make(given, "Administrator (settings)", at, OF_SETTINGS);
        }
        return true;
    }

    /** Makes a token when there is none that opens everything; by only one of the replicas that start. */
    @Transactional
    public Optional<Secret> first() {
        tokens.lockAdmins();
        Instant at = now.instant();
        if (tokens.masters().stream().anyMatch(token -> token.isLive(at))) {
            return Optional.empty();
        }
        Secret secret = Secret.fresh();
        make(secret, "Administrator (first start)", at, OF_FIRST_START);
        return Optional.of(secret);
    }

    private void make(Secret secret, String name, Instant at, String by) {
        var id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        tokens.insert(TokenRow.made(id, name, List.of(Right.ADMIN), null, at, by, null), secret.hash());
    }
}
