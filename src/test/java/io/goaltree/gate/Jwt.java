package io.goaltree.gate;

import io.goaltree.TestClock;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A token in the making: a good one of an issuer for somebody, and what is wrong with it. */
record Jwt(Map<String, Object> header, Map<String, Object> claims) {
    /** Those who check times look at the clock on the wall. */
    static final Instant WALL = Instant.now();

    static Jwt of(String issuer, String subject) {
        return new Jwt(Map.of("typ", "JWT"), Map.of())
                .with("iss", issuer)
                .with("aud", FakeIssuer.AUDIENCE)
                .with("sub", subject)
                .with("email_verified", true)
                .with("iat", TestClock.START.getEpochSecond())
                .with("exp", WALL.plus(Duration.ofMinutes(20)).getEpochSecond());
    }

    /** @param value null to leave the claim out */
    Jwt with(String claim, @Nullable Object value) {
        return new Jwt(header, changed(claims, claim, value));
    }

    Jwt headed(String name, @Nullable Object value) {
        return new Jwt(changed(header, name, value), claims);
    }

    String signed(SigningKey key) {
        Jwt headed = headed("kid", key.id());
        return (header.containsKey("alg") ? headed : headed.headed("alg", key.algorithm())).signedBy(key::sign);
    }

    String signedBy(Function<byte[], byte[]> signature) {
        String text = part(header) + "." + part(claims);
        return text + "." + text(signature.apply(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String part(Map<String, Object> values) {
        return text(new JsonObject(values).encode().getBytes(StandardCharsets.UTF_8));
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Map<String, Object> changed(Map<String, Object> values, String name, @Nullable Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(values);
        changed.remove(name);
        if (value != null) {
            changed.put(name, value);
        }
        return changed;
    }
}
