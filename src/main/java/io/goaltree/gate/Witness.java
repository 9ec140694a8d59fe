package io.goaltree.gate;

import io.goaltree.access.Who;
import java.util.Optional;

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
}
