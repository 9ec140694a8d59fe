package io.goaltree.gate;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/** A key of an issuer, which shows its public half. */
record SigningKey(String id, String algorithm, KeyPair pair) {
    private static final int RSA_BITS = 2_048;
    private static final int P256_BITS = 256;
    private static final int P256_BYTES = 32;

    static SigningKey rsa(String id) {
        return new SigningKey(id, "RS256", pair("RSA", RSA_BITS));
    }

    static SigningKey ec(String id) {
        return new SigningKey(id, "ES256", pair("EC", P256_BITS));
    }

    byte[] sign(byte[] text) {
        try {
            Signature signature =
                    Signature.getInstance(algorithm.equals("RS256") ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
            signature.initSign(pair.getPrivate());
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<String, Object> shown() {
        return pair.getPublic() instanceof RSAPublicKey rsa
                ? Map.of(
                        "kty",
                        "RSA",
                        "use",
                        "sig",
                        "kid",
                        id,
                        "alg",
                        algorithm,
                        "n",
                        text(rsa.getModulus(), RSA_BITS / 8),
                        "e",
                        text(rsa.getPublicExponent(), 3))
                : Map.of(
                        "kty",
                        "EC",
                        "use",
                        "sig",
                        "kid",
                        id,
                        "alg",
                        algorithm,
                        "crv",
                        "P-256",
                        "x",
                        text(((ECPublicKey) pair.getPublic()).getW().getAffineX(), P256_BYTES),
                        "y",
                        text(((ECPublicKey) pair.getPublic()).getW().getAffineY(), P256_BYTES));
    }

    private static String text(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[length];
        int kept = Math.min(length, bytes.length);
        System.arraycopy(bytes, bytes.length - kept, fixed, length - kept, kept);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(fixed, length));
    }

    private static KeyPair pair(String kind, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
