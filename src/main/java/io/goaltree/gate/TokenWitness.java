package io.goaltree.gate;

import io.goaltree.access.Who;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.token.KnownTokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Knows callers by tokens of ours. */
@ApplicationScoped
class TokenWitness implements Witness {
    private final KnownTokens tokens;

    TokenWitness(KnownTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public boolean isFor(Credential credential) {
        return credential.isOfToken();
    }

    @Override
    public Optional<Who> who(Credential credential) {
        return tokens.shown(credential.secret());
    }

    @Override
    public boolean knows(Who who) {
        return who.kind() == Who.Kind.TOKEN
                && Ids.parse(Kind.API_TOKEN, who.id()).isPresent();
    }

    @Override
    public Optional<Who> again(Who who) {
        return tokens.again(who);
    }

    @Override
    public Set<Who> gone(Collection<Who> callers) {
        return tokens.gone(callers);
    }
}
