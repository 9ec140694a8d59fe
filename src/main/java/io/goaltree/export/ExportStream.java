package io.goaltree.export;

import io.goaltree.edge.Faults;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import org.jboss.logging.Logger;

/**
 * Writes lines as the caller reads them. What goes wrong on the way, or a caller who reads nothing for a minute, cuts the
 * connection: whoever sees the end of the body has all of it.
 */
final class ExportStream implements StreamingOutput {
    private static final Logger LOG = Logger.getLogger(ExportStream.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 5_000;
    private static final int BUFFER_BYTES = 1 << 16;

    private final RoutingContext context;
    private final ExportWish wish;
    private final Lines lines;
    private final boolean isCompressed;
    private final AtomicBoolean isTaken = new AtomicBoolean();
    private final Stall stall = new Stall(PATIENCE);

    ExportStream(RoutingContext context, ExportWish wish, Lines lines, boolean isCompressed) {
        this.context = context;
        this.wish = wish;
        this.lines = lines;
        this.isCompressed = isCompressed;
        // A caller who left before the first byte: nobody would ever close the lines.
        context.addEndHandler(end -> giveUp());
    }

    private void giveUp() {
        if (isTaken.compareAndSet(false, true)) {
            context.vertx().executeBlocking(() -> {
                lines.close();
                return true;
            });
        }
    }

    @Override
    public void write(OutputStream out) throws IOException {
        if (!isTaken.compareAndSet(false, true)) {
            return;
        }
        long watch = context.vertx().setPeriodic(LOOK_MILLIS, timer -> look());
        try {
            OutputStream watched = new WatchedOutput(out, stall);
            OutputStream target = new BufferedOutputStream(
                    isCompressed ? new GZIPOutputStream(watched, BUFFER_BYTES) : watched, BUFFER_BYTES);
            writeAll(target);
            target.close();
        } catch (IOException | RuntimeException e) {
            cut(e);
            throw new IOException("The export was broken off", e);
        } finally {
            context.vertx().cancelTimer(watch);
            lines.close();
        }
    }

    private void writeAll(OutputStream target) throws IOException {
        byte[] end = wish.form().lineEnd().getBytes(StandardCharsets.UTF_8);
        if (wish.form() == ExportForm.CSV) {
            String names = String.join(
                    ",",
                    Columns.of(wish.kind().rows()).stream()
                            .filter(column -> Columns.isThere(column, wish.isIncremental()))
                            .toList());
            target.write(names.getBytes(StandardCharsets.UTF_8));
            target.write(end);
        }
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            target.write(line, 0, line.length - 1);
            target.write(end);
        }
    }

    private void look() {
        if (stall.isOver(System.nanoTime())) {
            LOG.warnf("An export was cut off: its caller read nothing for %d seconds", PATIENCE.toSeconds());
            context.response().reset();
        }
    }

    private void cut(Exception cause) {
        HttpServerResponse response = context.response();
        if (response.closed()) {
            LOG.debug("The caller of an export went away", cause);
        } else {
            Faults.incident("GET /export/" + wish.kind().path(), cause);
            response.reset();
        }
    }
}
