package io.goaltree.app;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.jar.JarFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, out of the jar for this machine, unpacked once. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /**
     * The directory with {@code bin}, {@code lib} and {@code share} under {@code home}, unpacked when it is not there yet. Its name carries the
     * archive's checksum, so that an upgrade of the jar brings its own directory and no constant has to follow the version.
     */
    static Path unpackedIn(Path home) throws IOException {
        String archive = archiveName(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Files.exists(Path.of("/etc/alpine-release")));
        URL url = PostgresBinaries.class.getClassLoader().getResource(archive);
        if (url == null) {
            throw new DatabaseRefused("No PostgreSQL for this machine comes with Goaltree (" + archive
                    + "): set QUARKUS_DATASOURCE_JDBC_URL to a PostgreSQL server");
        }
        Path unpacked = home.resolve("postgres-" + checksum(url));
        if (!Files.isDirectory(unpacked)) {
            Path unfinished = Files.createTempDirectory(home, "unpacking-");
            unpack(url, unfinished);
            Files.move(unfinished, unpacked, StandardCopyOption.ATOMIC_MOVE);
        }
        return unpacked;
    }

    static String archiveName(String osName, String osArch, boolean musl) {
        String os = osName.toLowerCase(Locale.ROOT);
        boolean arm = osArch.equals("aarch64") || osArch.equals("arm64");
        String processor = arm ? "arm_64" : osArch.equals("amd64") ? "x86_64" : osArch;
        if (os.contains("mac")) {
            return "postgres-darwin-x86_64.txz"; // universal, holds arm64 as well
        }
        if (os.contains("windows")) {
            return "postgres-windows-x86_64.txz"; // Windows on arm64 emulates it
        }
        return "postgres-linux-" + processor + (musl ? "-alpine_linux" : "") + ".txz";
    }

    private static String checksum(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        if (connection instanceof JarURLConnection jar) {
            try (JarFile file = jar.getJarFile()) {
                return Long.toHexString(file.getJarEntry(jar.getEntryName()).getCrc());
            }
        }
        return Long.toHexString(connection.getContentLengthLong());
    }

    private static void unpack(URL url, Path target) throws IOException {
        boolean posix = target.getFileSystem().supportedFileAttributeViews().contains("posix");
        try (InputStream raw = url.openStream();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new BufferedInputStream(new XZInputStream(raw), 1 << 16))) {
            for (@Nullable TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("Archive entry outside its directory: " + entry.getName());
                }
                write(tar, entry, file, posix);
            }
        }
        if (posix) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path file, boolean posix)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        if (posix) {
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
