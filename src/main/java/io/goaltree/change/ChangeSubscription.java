package io.goaltree.change;

/** Ends with {@link #close()}; a second call does nothing. */
public interface ChangeSubscription extends AutoCloseable {
    @Override
    void close();
}
