package io.goaltree.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jboss.logging.Logger;

/** What is left of a body that is refused. */
final class Rest {
    private static final Logger LOG = Logger.getLogger(Rest.class);

    private Rest() {}

    /**
     * Reads past it, because many callers send all of their body before they look at the answer. The server's limit of
     * a body's size is the limit of this, too.
     */
    static void readOver(InputStream body) {
        try {
            body.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            LOG.debug("The caller went away", e);
        }
    }
}
