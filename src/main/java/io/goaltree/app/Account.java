package io.goaltree.app;

import com.sun.security.auth.module.UnixSystem;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The account PostgreSQL's programs run under. PostgreSQL refuses root, so root must step down first: to the owner of the data directory if
 * that is somebody else, or into a user namespace of its own, where it is nobody but its files stay root's, or, where that is not allowed
 * (many containers), to an unprivileged user of the machine.
 */
record Account(List<String> prefix, int uid) {

    private static final int ROOT = 0;

    static Account owning(Path directory) throws IOException, InterruptedException {
        if (File.separatorChar == '\\' || new UnixSystem().getUid() != ROOT) {
            return new Account(List.of(), ownerOf(directory));
        }
        int owner = ownerOf(directory);
        if (owner != ROOT) {
            return new Account(setpriv(owner, (int) Files.getAttribute(directory, "unix:gid")), owner);
        }
        List<String> namespace = List.of("unshare", "-U");
        // initdb looks its own user's name up, so the namespace must know it.
        return outputOf(namespace, "id", "-un").isEmpty() ? otherUser() : new Account(namespace, ROOT);
    }

    /** An ordinary user of the machine for root to become. */
    static Account otherUser() throws IOException, InterruptedException {
        for (String name : List.of("postgres", "nobody")) {
            String uid = outputOf(List.of(), "id", "-u", name);
            String gid = outputOf(List.of(), "id", "-g", name);
            if (!uid.isEmpty() && !gid.isEmpty()) {
                List<String> prefix = setpriv(Integer.parseInt(uid), Integer.parseInt(gid));
                if (outputOf(prefix, "id", "-un").equals(name)) {
                    return new Account(prefix, Integer.parseInt(uid));
                }
            }
        }
        throw new DatabaseRefused("PostgreSQL does not run as root, and neither 'unshare -U' nor 'setpriv' works here:"
                + " start Goaltree as an ordinary user, or set QUARKUS_DATASOURCE_JDBC_URL to a PostgreSQL server");
    }

    private static List<String> setpriv(int uid, int gid) {
        return List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups");
    }

    /** The command line that runs {@code command} under this account. */
    List<String> command(List<String> command) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(command);
        return all;
    }

    /** Gives this account what root has put into the directory for it. */
    void own(Path directory) throws IOException, InterruptedException {
        if (prefix.isEmpty()) {
            return;
        }
        Path parent = directory.resolve("..").normalize();
        if (outputOf(prefix, "sh", "-c", "cd \"$0\" && pwd", parent.toString()).isEmpty()) {
            throw new DatabaseRefused("PostgreSQL does not run as root, and the user it runs as instead (uid " + uid
                    + ") cannot reach " + directory
                    + ": set goaltree.data (GOALTREE_DATA) to a directory that user can reach");
        }
        give(directory);
        try (Stream<Path> entries = Files.list(directory)) {
            for (Path entry : entries.filter(Account::isOfRoot).toList()) {
                try (Stream<Path> tree = Files.walk(entry)) {
                    for (Path file : tree.toList()) {
                        give(file);
                    }
                }
            }
        }
    }

    private void give(Path file) throws IOException {
        Files.setAttribute(file, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isOfRoot(Path file) {
        try {
            return ownerOf(file) == ROOT;
        } catch (IOException e) {
            return false;
        }
    }

    private static int ownerOf(Path file) throws IOException {
        boolean unix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        return unix ? (int) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS) : -1;
    }

    /** What the command says; nothing if it is not installed, not allowed or fails. */
    private static String outputOf(List<String> prefix, String... command) throws InterruptedException {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(List.of(command));
        try {
            Process process = new ProcessBuilder(all)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? output.strip() : "";
        } catch (IOException e) {
            return "";
        }
    }
}
