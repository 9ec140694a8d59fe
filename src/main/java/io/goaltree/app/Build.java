package io.goaltree.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.zip.CRC32;

/** Which build of the service runs: replicas of one jar agree, and two builds of one version do not. */
final class Build {
    private static final String PACKAGED = "jar:file:";
    private static final String UNPACKAGED = UUID.randomUUID().toString();

    private Build() {}

    static String id() {
        String own = String.valueOf(Build.class.getResource("Build.class"));
        if (!own.startsWith(PACKAGED)) {
            return UNPACKAGED;
        }
        try {
            return checksum(Path.of(URI.create(own.substring("jar:".length(), own.indexOf('!')))));
        } catch (IOException e) {
            throw new UncheckedIOException("The service's own jar cannot be read", e);
        }
    }

    private static String checksum(Path jar) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(Files.readAllBytes(jar));
        return Long.toHexString(sum.getValue());
    }
}
