package io.goaltree.edge;

/** Keeps events from those who do not see what they are about. Found by the transports as CDI beans. */
public interface Discretion {

    /**
     * Whether the caller for whom this thread works is told of an event, as things are now. May block.
     *
     * @param event of any stream; those of others are told
     */
    boolean tells(Object event);
}
