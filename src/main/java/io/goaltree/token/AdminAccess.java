package io.goaltree.token;

import java.util.Optional;

/**
 * How administrators get in first.
 *
 * @param secret the secret of a token that the settings give
 * @param isNeeded whether nobody could get in without a token
 */
public record AdminAccess(Optional<String> secret, boolean isNeeded) {
    public AdminAccess {
        if (secret.isPresent() && Secret.read(secret.get()).isEmpty()) {
            throw new IllegalArgumentException(
                    "goaltree.admin-token (GOALTREE_ADMIN_TOKEN) is not the secret of a token:"
                            + " it needs gt_ and 32 random characters out of 0-9 and a-z without i, l, o and u");
        }
    }

    /** Never by accident in a log. */
    @Override
    public String toString() {
        return "AdminAccess[given=" + secret.isPresent() + ", isNeeded=" + isNeeded + "]";
    }
}
