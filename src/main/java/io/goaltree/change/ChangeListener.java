package io.goaltree.change;

import java.util.List;

/** Is told what was committed, on the one thread that tells everybody: it must be quick. */
@FunctionalInterface
public interface ChangeListener {
    /** Some changes, none of them told before; those of one transaction in one call, unless there are hundreds. */
    void changed(List<Change> changes);

    /** Something may have changed that nobody will ever tell: the feed was cut off for too long, or the database is another. */
    default void missed() {}
}
