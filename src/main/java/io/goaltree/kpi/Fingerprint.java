package io.goaltree.kpi;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** Tells whether two calls ask for the same: SHA-256 over everything they say, each text with its length before it. */
final class Fingerprint {
    private final MessageDigest digest = sha256();

    /** @param form in which the values are said: the mode of a call, or how a stream is written */
    Fingerprint(String form) {
        add(form);
    }

    static byte[] of(RecordCall call) {
        Fingerprint fingerprint = new Fingerprint(call.mode().name());
        call.values().forEach(fingerprint::add);
        return fingerprint.digest();
    }

    void add(ValueToRecord value) {
        add(value.kpi());
        add(value.at());
        add(value.value());
        add(value.unit());
        add(value.note());
        add(value.source());
        add(value.malformed() == null ? null : value.malformed().message());
    }

    /** Of all that was added; after it nothing may be. */
    byte[] digest() {
        return digest.digest();
    }

    private void add(@Nullable String text) {
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
