package io.goaltree.demo;

import java.io.InputStream;

/** The demo's files on the class path. */
final class Resources {
    private Resources() {}

    static InputStream open(String file) {
        InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream("demo/" + file);
        if (stream == null) {
            throw new IllegalStateException("There is no demo/" + file + " on the class path");
        }
        return stream;
    }
}
