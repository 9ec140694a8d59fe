package io.goaltree.access;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Knows callers again. */
public interface Callers {

    /**
     * Who a caller is by now: tokens are revoked and run out, people change teams while a stream is open. May block.
     *
     * @return empty when they are to be let in no more
     */
    Optional<Who> again(Who who);

    /** Of these callers those who are to be let in no more: few looks for many callers. May block. */
    Set<Who> gone(Collection<Who> callers);
}
