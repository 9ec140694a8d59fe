package io.goaltree.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A real PostgreSQL that belongs to this process: started on a directory of its own, restarted when it dies, stopped with {@link #close()}.
 * What it acknowledges is on disk: it survives the death of either process.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);
    private static final int ATTEMPTS = 5;
    private static final long POLL_MILLIS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final DirectoryLock lock;
    private final PostgresCluster cluster;
    private final String password;
    private final Thread watchdog = new Thread(this::watch, "postgres-watchdog");
    private volatile int port;
    private volatile Process server;
    private volatile boolean isStopping;

    private EmbeddedDatabase(DirectoryLock lock, PostgresCluster cluster) throws IOException, InterruptedException {
        this.lock = lock;
        this.cluster = cluster;
        cluster.prepare();
        this.password = cluster.password();
        this.server = firstStart();
        watchdog.setDaemon(true);
        watchdog.start();
    }

    /** Starts PostgreSQL on the directory, which is made if it is not there; answers when it takes connections. */
    public static EmbeddedDatabase start(Path directory) {
        return start(directory, directory);
    }

    /** The same, with PostgreSQL's programs unpacked elsewhere, so that several directories can share them. */
    static EmbeddedDatabase start(Path directory, Path binariesHome) {
        try {
            DirectoryLock lock = DirectoryLock.take(directory);
            Path real = directory.toRealPath();
            try {
                Path binaries = PostgresBinaries.unpackedIn(binariesHome.toRealPath());
                return new EmbeddedDatabase(lock, new PostgresCluster(real, binaries, Account.owning(real)));
            } catch (IOException | InterruptedException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DatabaseRefused("PostgreSQL cannot start in the data directory " + directory + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseRefused("Interrupted while PostgreSQL started in " + directory, e);
        }
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public String username() {
        return PostgresCluster.USER;
    }

    public String password() {
        return password;
    }

    long pid() {
        return server.pid();
    }

    /** Stops the server; every committed transaction is on disk. A second call does nothing. */
    @Override
    public synchronized void close() {
        if (isStopping) {
            return;
        }
        isStopping = true;
        try {
            watchdog.interrupt();
            watchdog.join();
            if (server.isAlive()) {
                Postmaster.stop(server.toHandle());
            }
            lock.close();
        } catch (IOException e) {
            LOG.warnf("PostgreSQL was not stopped cleanly and will recover at its next start: %s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tried a few times: the port may be taken meanwhile, or the last processes of a killed server may still be going. */
    private Process firstStart() throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            port = LoopbackPort.free();
            Process process = cluster.launch(port);
            if (isReady(process)) {
                LOG.infof("PostgreSQL runs on 127.0.0.1:%d, its data is in %s", port, cluster.directory());
                return process;
            }
            if (attempt == ATTEMPTS) {
                throw cluster.failed("PostgreSQL did not start");
            }
            TimeUnit.MILLISECONDS.sleep(attempt * 100L);
        }
    }

    private void watch() {
        try {
            long pause = POLL_MILLIS;
            while (true) {
                int exit = server.waitFor();
                LOG.warnf("PostgreSQL (pid %d) died with exit code %d; starting it again", server.pid(), exit);
                pause = isBack() ? POLL_MILLIS : Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
                TimeUnit.MILLISECONDS.sleep(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // close() takes over
        }
    }

    private boolean isBack() throws InterruptedException {
        try {
            server = cluster.launch(port);
            return isReady(server);
        } catch (IOException e) {
            LOG.errorf("PostgreSQL cannot be started again: %s", e);
            return false;
        }
    }

    /** Waits until the server is ready, as long as recovery takes; false if it ends instead. */
    private boolean isReady(Process process) throws IOException, InterruptedException {
        while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            if (Postmaster.isReady(cluster.files(), process.pid())) {
                return true;
            }
        }
        return false;
    }
}
