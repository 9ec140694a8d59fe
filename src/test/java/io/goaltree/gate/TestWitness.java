package io.goaltree.gate;

import io.goaltree.access.Who;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Knows the callers of {@link io.goaltree.As} again, for as long as a test wants. */
@Priority(1_000)
@ApplicationScoped
class TestWitness implements Witness {

    @Override
    public boolean isFor(Credential credential) {
        return false;
    }

    @Override
    public Optional<Who> who(Credential credential) {
        return Optional.empty();
    }

    @Override
    public boolean knows(Who who) {
        return who.id().startsWith("test-");
    }

    @Override
    public Optional<Who> again(Who who) {
        return Optional.of(who);
    }
}
