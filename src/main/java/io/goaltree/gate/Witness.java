package io.goaltree.gate;

import io.goaltree.access.Who;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One way to know callers: tokens of ours, people of an identity provider. Methods may block. */
interface Witness {

    /** Whether this is the way for a credential, by its looks alone. */
    boolean isFor(Credential credential);

    /** Who shows it; empty when it is not, or no longer, good. */
    Optional<Who> who(Credential credential);

    /** Whether a caller was known this way. */
    boolean knows(Who who);

    /** Who that caller is by now; empty when revoked, expired or gone. */
    Optional<Who> again(Who who);

    /** Of callers who were known this way those who are to be let in no more. */
    default Set<Who> gone(Collection<Who> callers) {
        return callers.stream().filter(who -> again(who).isEmpty()).collect(Collectors.toSet());
    }
}
