package io.goaltree.kpi;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** Tells whether two calls ask for the same: SHA-256 over everything they say, each text with its length before it. */
final class Fingerprint {
    private Fingerprint() {}

    static byte[] of(RecordCall call) {
        MessageDigest digest = sha256();
        add(digest, call.mode().name());
        for (ValueToRecord value : call.values()) {
            add(digest, value.kpi());
            add(digest, value.at());
            add(digest, value.value());
            add(digest, value.unit());
            add(digest, value.note());
            add(digest, value.source());
            add(digest, value.malformed() == null ? null : value.malformed().message());
        }
        return digest.digest();
    }

    private static void add(MessageDigest digest, @Nullable String text) {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(text == null ? -1 : bytes.length)
                .array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
