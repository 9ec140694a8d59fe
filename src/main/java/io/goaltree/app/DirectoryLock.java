package io.goaltree.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * One process per data directory. The operating system drops the lock with the process that holds it, however it dies, so there is never a
 * stale one to clean up.
 */
final class DirectoryLock implements AutoCloseable {

    /** Far behind the pid written in the file: Windows does not let others read a locked range. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final String heldKey;
    private final FileChannel channel;

    private DirectoryLock(String heldKey, FileChannel channel) {
        this.heldKey = heldKey;
        this.channel = channel;
    }

    /** Takes the directory, which is made if it is not there, for nobody else to read. */
    static DirectoryLock take(Path directory) throws IOException {
        makeDirectory(directory);
        Path real = directory.toRealPath();
        String self = Long.toString(ProcessHandle.current().pid());
        // Asked first, because closing a second channel would drop this JVM's own lock (fcntl). A system property: the
        // dev mode loads this class anew at every reload.
        String heldKey = "io.goaltree.held." + real;
        if (System.getProperties().putIfAbsent(heldKey, self) != null) {
            throw inUse(real, self);
        }
        try {
            return new DirectoryLock(heldKey, lock(real, self));
        } catch (IOException | RuntimeException e) {
            System.clearProperty(heldKey);
            throw e;
        }
    }

    private static FileChannel lock(Path directory, String self) throws IOException {
        Path file = directory.resolve("goaltree.lock");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
                throw inUse(directory, Files.readString(file).strip());
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((self + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void makeDirectory(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        Files.createDirectories(directory.toAbsolutePath().getParent());
        if (posix) {
            Files.createDirectory(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(directory);
        }
    }

    private static DatabaseRefused inUse(Path directory, String pid) {
        return new DatabaseRefused("The data directory " + directory + " is in use by process " + pid
                + ": stop that process, or set goaltree.data (GOALTREE_DATA) to another directory");
    }

    @Override
    public void close() throws IOException {
        channel.close();
        System.clearProperty(heldKey);
    }
}
