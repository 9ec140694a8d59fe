package io.goaltree.export;

import java.io.IOException;
import java.io.OutputStream;

/** Tells a {@link Stall} when a write begins and ends. What is written comes in large pieces, and is not flushed on the way. */
final class WatchedOutput extends OutputStream {
    private final OutputStream out;
    private final Stall stall;

    WatchedOutput(OutputStream out, Stall stall) {
        this.out = out;
        this.stall = stall;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        stall.begin(System.nanoTime());
        out.write(bytes, from, length);
        stall.end();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
