package io.goaltree.edge;

import io.goaltree.shared.Check;
import io.goaltree.shared.UserErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Cursors: a place in a list, signed together with the list's filter and order (HMAC-SHA-256, cut to 128 bits), so that
 * one made by hand or carried to another list is refused. The key lives in the database: every replica reads the others'.
 */
@ApplicationScoped
public class Cursors {
    private static final int SEAL_BYTES = 16;
    private static final int UUID_BYTES = 16;
    private static final int MAX_LENGTH = 4_000;

    private final SecretService secrets;

    Cursors(SecretService secrets) {
        this.secrets = secrets;
    }

    String write(String list, Position position) {
        byte[] sort = position.sort().getBytes(StandardCharsets.UTF_8);
        byte[] place = ByteBuffer.allocate(UUID_BYTES + sort.length)
                .putLong(position.id().getMostSignificantBits())
                .putLong(position.id().getLeastSignificantBits())
                .put(sort)
                .array();
        byte[] sealed = ByteBuffer.allocate(SEAL_BYTES + place.length)
                .put(seal(list, place))
                .put(place)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    Position read(String list, String cursor) {
        byte[] sealed = decoded(cursor);
        if (sealed.length < SEAL_BYTES + UUID_BYTES) {
            throw notOurs(cursor);
        }
        byte[] place = Arrays.copyOfRange(sealed, SEAL_BYTES, sealed.length);
        if (!MessageDigest.isEqual(seal(list, place), Arrays.copyOf(sealed, SEAL_BYTES))) {
            throw notOurs(cursor);
        }
        ByteBuffer read = ByteBuffer.wrap(place);
        UUID id = new UUID(read.getLong(), read.getLong());
        return new Position(new String(place, UUID_BYTES, place.length - UUID_BYTES, StandardCharsets.UTF_8), id);
    }

    private byte[] seal(String list, byte[] place) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secrets.secret("cursor"), "HmacSHA256"));
            mac.update(list.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(place), SEAL_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }

    private static byte[] decoded(String cursor) {
        if (cursor.length() > MAX_LENGTH) {
            throw notOurs(cursor);
        }
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw notOurs(cursor);
        }
    }

    private static RequestRefused notOurs(String cursor) {
        return new RequestRefused(
                UserErrorCode.INVALID_VALUE,
                "Cursor '" + Check.shortened(cursor)
                        + "' is not one of this list, filter and order; use one that it answered");
    }
}
