package io.goaltree.edge;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Secrets that a test chooses, in place of those the database keeps. */
final class KnownSecret extends SecretService {
    private final String seed;

    KnownSecret(String seed) {
        super(null);
        this.seed = seed;
    }

    @Override
    public byte[] secret(String name) {
        return Arrays.copyOf((seed + name).getBytes(StandardCharsets.UTF_8), 32);
    }
}
